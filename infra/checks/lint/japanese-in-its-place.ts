import type { Rule } from 'eslint';

/** Kana and kanji. Punctuation alone (、。「」) does not count. */
const japanese = /[\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f]/u;

/**
 * Japanese text belongs in messages, templates and seeds, so that all texts for users are in one place.
 * Checks string literals, template literals and the text of Svelte markup; comments and regular expressions are exempt.
 */
export const japaneseInItsPlace: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { misplaced: 'Japanese text belongs in the messages of its capability, not here: {{text}}' },
  },
  create(context) {
    const look = (node: Rule.Node, text: unknown): void => {
      if (typeof text !== 'string' || !japanese.test(text)) return;
      context.report({ node, messageId: 'misplaced', data: { text: text.trim().slice(0, 20) } });
    };
    return {
      Literal: (node) => look(node, node.value),
      TemplateElement: (node) => look(node, node.value.raw),
      SvelteText: (node: Rule.Node & { value?: unknown }) => look(node, node.value),
      SvelteLiteral: (node: Rule.Node & { value?: unknown }) => look(node, node.value),
    };
  },
};
