/**
 * The rule `alongside/explained-disable`: a comment that switches a lint rule off names the rule and
 * says why, after ` -- `. The reason is for the next reader, who cannot ask.
 */
import type { Rule } from 'eslint';

/** `eslint-disable`, its variants, and what follows: the rules, then the reason. */
const disableComment = /^\s*eslint-disable(?:-next-line|-line)?(?=\s|$)(?<rest>[^]*)$/;

/** Shorter than this is a word, not a reason. */
const shortestReason = 10;

export const explainedDisableRule: Rule.RuleModule = {
  meta: {
    type: 'problem',
    docs: { description: 'require the rule and the reason in comments that switch a lint rule off' },
    schema: [],
    messages: {
      unnamed: 'Name the rule that is switched off: “eslint-disable-next-line some-rule -- why”.',
      unexplained: 'Say why the rule is switched off, after “ -- ”: “eslint-disable-next-line some-rule -- why”.',
    },
  },

  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          const rest = disableComment.exec(comment.value)?.groups?.['rest'];
          if (rest === undefined || !comment.loc) continue;
          const [rules = '', ...reason] = rest.split(/\s-{2,}\s/);
          // Reported before the comment begins: a comment could otherwise silence its own report.
          const loc = { start: { ...comment.loc.start, column: -1 }, end: comment.loc.end };
          if (rules.trim() === '') context.report({ loc, messageId: 'unnamed' });
          else if (reason.join(' ').trim().length < shortestReason) context.report({ loc, messageId: 'unexplained' });
        }
      },
    };
  },
};
