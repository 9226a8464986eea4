import { RouterProvider } from '@tanstack/react-router';
import { router } from './router.js';

/** Every page, for who is signed in. */
export const Desk = () => <RouterProvider router={router} />;
