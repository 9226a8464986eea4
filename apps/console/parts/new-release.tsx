import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { draftingQuery } from '../api/questions.js';
import { useWords } from '../language/language.js';
import { ReasonedButton } from './reasoned-button.js';
import { words } from './words.js';

/** From anywhere: a new draft, or why this person may make none, in the API's words. */
export const NewRelease = () => {
  const text = useWords(words);
  const navigate = useNavigate();
  const drafting = useQuery(draftingQuery);
  return (
    <ReasonedButton
      type="primary"
      icon={<PlusOutlined aria-hidden />}
      label={text.newRelease}
      reasons={drafting.data?.actions.create.reasons}
      onClick={() => void navigate({ to: '/releases/new' })}
    />
  );
};
