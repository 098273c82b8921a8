/**
 * Text in which every space, dash and figure is the plain one; invisible signs, and those that steer a terminal, are gone. Lines stay;
 * small raised figures (the mark of a footnote) become spaces, so that they do not join a number.
 */
export const tidyText = (text: string): string =>
  text
    .replace(/[\u00b2\u00b3\u00b9\u2070-\u209f]/g, ' ')
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
