import { explainedDisableRule } from '../../../../build/lint/explained-disable.ts';
import { ruleTester } from './rule-tester.ts';

const unexplained = [{ messageId: 'unexplained' }];
const unnamed = [{ messageId: 'unnamed' }];

ruleTester().run('explained-disable', explainedDisableRule, {
  valid: [
    '// eslint-disable-next-line no-console -- the launcher speaks to a person at a terminal\nconsole.log(1);',
    '/* eslint-disable no-console -- this file is a command line tool */',
    'run(); // eslint-disable-line no-undef -- the shell defines it before this runs',
    '// What eslint-disable does is told elsewhere.',
    '/* eslint-enable no-console */',
    '// eslint-disabled is not a directive',
  ],
  invalid: [
    { code: '// eslint-disable-next-line no-console\nconsole.log(1);', errors: unexplained },
    { code: '// eslint-disable-next-line no-console -- needed\nconsole.log(1);', errors: unexplained },
    { code: 'run(); // eslint-disable-line no-undef', errors: unexplained },
    { code: '/* eslint-disable no-console, no-undef */', errors: unexplained },
    { code: '/* eslint-disable */', errors: unnamed },
    { code: '// eslint-disable-next-line -- because everything here is generated\nrun();', errors: unnamed },
  ],
});
