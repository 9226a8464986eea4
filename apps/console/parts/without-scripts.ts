/** Pages are whole without their scripts; the frames of the console let none run, and the browser would complain of each. */
export const withoutScripts = (html: string): string => html.replace(/<script\b[^>]*>.*?<\/script>/gisu, '');
