import { Node } from '@tiptap/core';

export interface PictureWords {
  readonly alt: string;
  readonly caption: string;
  readonly remove: string;
}

/** A stored picture by its digest, with what it shows for those who cannot see it, and a caption. */
export const Picture = Node.create<PictureWords>({
  name: 'picture',
  group: 'block',
  atom: true,
  draggable: true,
  addOptions: () => ({ alt: '', caption: '', remove: '' }),
  addAttributes: () => ({ sha256: { default: '' }, alt: { default: '' }, caption: { default: null } }),
  parseHTML: () => [
    {
      tag: 'img[data-asset]',
      getAttrs: (element: HTMLElement) => {
        const sha256 = element.getAttribute('data-asset') ?? '';
        const caption = element.getAttribute('data-caption');
        return /^[0-9a-f]{64}$/u.test(sha256)
          ? { sha256, alt: element.getAttribute('alt') ?? '', caption }
          : false;
      },
    },
  ],
  renderHTML: ({ node: { attrs } }) => [
    'img',
    {
      'data-asset': String(attrs['sha256']),
      src: `/api/images/${String(attrs['sha256'])}`,
      alt: String(attrs['alt']),
      ...(attrs['caption'] === null ? {} : { 'data-caption': String(attrs['caption']) }),
    },
  ],
  addNodeView() {
    const { options, editor } = this;
    return ({ node, getPos }) => {
      const write = (change: Readonly<Record<string, string | null>>): void => {
        const place = getPos();
        const now = place === undefined ? null : editor.state.doc.nodeAt(place);
        if (place === undefined || now === null) return;
        editor.view.dispatch(editor.state.tr.setNodeMarkup(place, undefined, { ...now.attrs, ...change }));
      };
      const figure = document.createElement('figure');
      figure.className = 'body-picture';
      const image = document.createElement('img');
      const alt = field(options.alt, 200, (value) => write({ alt: value }));
      const caption = field(options.caption, 500, (value) => write({ caption: value === '' ? null : value }));
      const remove = document.createElement('button');
      remove.type = 'button';
      remove.textContent = options.remove;
      remove.addEventListener('click', () => {
        const place = getPos();
        if (place === undefined) return;
        editor.view.dispatch(editor.state.tr.delete(place, place + 1));
        editor.view.focus();
      });
      figure.append(image, alt.label, caption.label, remove);
      const show = ({ attrs }: typeof node): void => {
        image.src = `/api/images/${String(attrs['sha256'])}`;
        image.alt = String(attrs['alt']);
        alt.show(String(attrs['alt']));
        caption.show(attrs['caption'] === null ? '' : String(attrs['caption']));
      };
      show(node);
      return {
        dom: figure,
        update: (next) => {
          if (next.type !== node.type) return false;
          show(next);
          return true;
        },
        stopEvent: ({ target }) => target instanceof HTMLInputElement || target instanceof HTMLButtonElement,
        ignoreMutation: () => true,
      };
    };
  },
});

const field = (name: string, most: number, onInput: (value: string) => void) => {
  const label = document.createElement('label');
  const input = document.createElement('input');
  input.maxLength = most;
  input.addEventListener('input', () => onInput(input.value));
  label.append(`${name} `, input);
  return {
    label,
    show: (value: string): void => {
      if (input.value !== value) input.value = value;
    },
  };
};
