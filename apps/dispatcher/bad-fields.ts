import { Problem, type Reason } from '@koujing/kernel';

/** What a schema says of one value; the shape of Standard Schema's issues. */
interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** Ten are enough to see what is wrong; a list of thousands would be a second mistake. */
const MOST = 10;

/** Schema issues as reasons, each with its field and what would have been accepted. */
export const badFields = (issues: readonly Issue[]): Problem => {
  const [first, ...rest] = issues.slice(0, MOST).map(reasonOf);
  return new Problem('badInput', [first ?? reasonOf({ message: 'invalid' }), ...rest]);
};

const reasonOf = ({ message, path = [] }: Issue): Reason => {
  const field = path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
  const named = field === '' ? {} : { field };
  return {
    code: 'badField',
    message: field === '' ? `请求内容不正确：${message}` : `“${field}”不正确：${message}`,
    messageEn: field === '' ? `The request is not valid: ${message}` : `"${field}" is not valid: ${message}`,
    ...named,
    allowed: message,
  };
};
