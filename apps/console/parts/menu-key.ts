import type { MenuProps } from 'antd';

/** Enter on an entry of a menu does what a click does, and no more. */
export const onMenuKey: NonNullable<MenuProps['onClick']> = ({ domEvent }) => {
  if (domEvent.type !== 'keydown') return;
  // A dialog that opens takes the focus at once; the rest of the key would press its first button, which closes it.
  domEvent.preventDefault();
  // The entry has the focus, not the link in it.
  domEvent.currentTarget.querySelector('a')?.click();
};
