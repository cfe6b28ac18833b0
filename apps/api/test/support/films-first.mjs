import Sequencer from '@jest/test-sequencer';

/**
 * Runs the film tests first and in parallel. Their programs run at low priority (nice), so a film takes five times as long
 * next to a busy test. The other tests keep Jest's order.
 */
export default class FilmsFirst extends Sequencer {
  sort(tests) {
    const sorted = [...super.sort(tests)];
    const film = ({ path }) => path.includes('/test/transcoding/');
    return [...sorted.filter(film), ...sorted.filter((test) => !film(test))];
  }
}
