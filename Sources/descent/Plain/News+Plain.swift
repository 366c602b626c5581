import Experiments
import Plots
import Session
import Visualizer

extension News {
  /// What there is to tell where there are no keys: as the screen says it, but for what speaks of keys there.
  var plainWords: String { wordsWithoutKeys ?? Notice(self).text }

  private var wordsWithoutKeys: String? {
    switch self {
    case .looksAt(let row?): "row \(row) of the training part"
    case .stopped(let rule, let reading): "stopped: \(rule) (now \(NumberFormat.reading.string(reading)))"
    case .thresholdHasNoSlope(hasHiddenLayers: false):
      "threshold has no slope, so no descent: set optimizer.name perceptron"
    case .twinRuns(let difference): "a twin with \(difference) runs beside; twin ends it"
    case .whatIf(true): "what if? The next set runs beside, as a twin; twin takes this back"
    case .lesson(let news): news.wordsWithoutKeys
    case .surface(.fogSank): "fog: walk left 3 steers, slope measures, step follows the slope"
    case .settling(let news): news.wordsWithoutKeys
    case .granularity, .restarted, .resumed, .looksAt(nil), .changed, .parameter, .refused, .noFurtherChoice,
      .thresholdHasNoSlope, .nothingSealed, .timelineOpened, .pastReaches, .onBranch, .branchOutOfReach,
      .twinEnded, .whatIf(false), .surface, .gradientCheck, .nothingToCheck:
      nil
    }
  }
}

extension Lesson.News {
  fileprivate var wordsWithoutKeys: String? {
    switch self {
    case .guessFirst: "first an answer: the number of a choice, and Enter"
    case .answerFirst: "first an answer: a number, and Enter"
    case .pickFirst: "first an answer: a name or its number, and Enter"
    case .goalIsOpen: "the goal is not reached yet; Enter again goes on without it"
    case .isOver: "that was the last step; previous goes back, and everything can be tried"
    case .stepAgain(let step, let next?): "step \(step) as it was when entered; next returns to step \(next)"
    case .none, .notANumber, .goalReached, .stepAgain(_, nil), .stepRefused: nil
    }
  }
}

extension SettlingNews {
  fileprivate var wordsWithoutKeys: String? {
    switch self {
    case .stored(let name): "stored as \(name)"
    case .recalled(let name): "this is \(name)"
    case .heated(nil): "there is no temperature to begin with: set settling.temperature 1"
    case .began, .flipped, .disturbed, .covered, .forgot, .heated, .rests, .tried: nil
    }
  }
}
