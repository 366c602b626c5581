import ErrorSurfaces
import Experiments
import NeuralNetwork
import Plots
import Session
import Training

extension Notice {
  /// What a session has to tell, in words.
  public init(_ news: News) { self.init(text: news.words, isWarning: news.isWarning) }
}

extension News {
  fileprivate var isWarning: Bool {
    switch self {
    case .refused, .nothingSealed, .noFurtherChoice, .thresholdHasNoSlope, .branchOutOfReach, .lesson(.none),
      .lesson(.stepRefused), .lesson(.notANumber),
      .surface(.isNotReady), .nothingToCheck:
      true
    case .settling(let news): news.isWarning
    case .gradientCheck(let report): !report.isRight
    case .granularity, .restarted, .resumed, .stopped, .looksAt, .changed, .parameter, .timelineOpened, .pastReaches,
      .onBranch,
      .twinRuns, .twinEnded, .whatIf, .lesson, .surface:
      false
    }
  }

  fileprivate var words: String {
    switch self {
    case .granularity(let granularity): "a step is one \(granularity.rawValue)"
    case .restarted(let seed?): "new weights from seed \(seed)"
    case .restarted(nil): "again from the same weights"
    case .looksAt(let row?): "row \(row) of the training part: N, B other rows, Esc the step's own"
    case .looksAt(nil): "the step's own sample"
    case .resumed(let updates): "as it was left, after \(updates) updates: Space goes on"
    case .stopped(let rule, let reading):
      "stopped: \(rule) (now \(NumberFormat.reading.string(reading))); Space goes on"
    case .changed(let setting, let value): "\(setting.label): \(setting.words(for: value))"
    case .parameter(let name, let value): "\(name): \(value)"
    case .refused(let reason): reason
    case .nothingSealed(hasTest: true): "the test part is not sealed: it is measured all along; data.split seals one"
    case .nothingSealed(hasTest: false): "there is no test part to be opened"
    case .noFurtherChoice(let setting): "no further choice of \(setting.label)"
    case .thresholdHasNoSlope(let hasHiddenLayers):
      hasHiddenLayers
        ? "threshold has no slope, so no descent; without hidden layers the perceptron rule"
        : "threshold has no slope, so no descent: take the perceptron rule with o"
    case .timelineOpened: "← → through time, ↑ ↓ branches, Enter stays, Esc returns"
    case .pastReaches(let update): "the past reaches back to update \(update)"
    case .onBranch(let number, let name): "on branch \(number): \(name)"
    case .branchOutOfReach(let number): "the past no longer reaches branch \(number)"
    case .twinRuns(let difference): "a twin with \(difference) runs beside; v ends it"
    case .twinEnded(let difference): "the twin with \(difference) is gone"
    case .whatIf(true): "what if? The next change runs beside, as a twin; v takes this back"
    case .whatIf(false): "no twin"
    case .lesson(let news): news.words
    case .surface(let news): news.words
    case .gradientCheck(let report): report.words
    case .settling(let news): news.words
    case .nothingToCheck: "there is no finite gradient to check"
    }
  }
}

extension Lesson.News {
  fileprivate var words: String {
    switch self {
    case .none: "this demo has no lesson"
    case .guessFirst: "first a guess: choose with ↑ ↓ and Enter"
    case .answerFirst: "first a number: Enter, type it, Enter"
    case .pickFirst(.unit): "first a unit: 1, the arrows to a box, Enter; or click it"
    case .pickFirst(.hidden): "first a hidden unit: 1, the arrows to a box, Enter; or click it"
    case .pickFirst(.weight): "first a weight: click its line; or 1, a box, Enter, ↓ to the weight, Enter"
    case .pickFirst(.sample): "first a sample: N and B look at another, Enter answers"
    case .notANumber(let text): "a number is wanted, not \"\(text)\""
    case .goalReached: "the goal is reached"
    case .goalIsOpen: "the goal is not reached yet; ] again goes on without it"
    case .isOver: "that was the last step; [ goes back, and everything can be tried"
    case .stepAgain(let step, let next?): "step \(step) as it was when entered; ] returns to step \(next)"
    case .stepAgain(let step, nil): "step \(step) as it was when entered from its beginning"
    case .stepRefused(let reason): "this step's settings cannot be made: \(reason)"
    }
  }
}

extension SurfaceScene.News {
  fileprivate var words: String {
    switch self {
    case .axes(let axes): "surface: \(axes.words)"
    case .weightsMarked: "marked: the barrier plane now begins at these weights"
    case .race(let isOn): isOn ? "race: six optimizers, the same start" : "race ended"
    case .startedAgain: "again from the same start"
    case .fogSank: "fog: steer with the arrows, Enter measures the slope, n follows it"
    case .isNotReady: "the surface is not ready yet"
    }
  }
}

extension GradientReport {
  fileprivate var words: String {
    let part = checked == count ? "all \(count)" : "\(checked) of \(count)"
    return "gradient check of \(part): at most \(NumberFormat.reading.string(Double(error))) off, in \(parameter)"
  }
}

extension DivergenceReport {
  /// What broke, why it may have, and what can be done, in a line: where there is little room, what can be done comes first.
  func words(width: Int) -> String {
    let rate = "η \(NumberFormat.reading.string(Double(learningRate)))"
    let limit = largestStableRate.map { ", 2/λmax \(NumberFormat.reading.string($0))" } ?? ""
    let advice = " · b back · , lower η · r again"
    let place = divergence.row.map { " at row \($0)" } ?? ""
    let long = "diverged: \(cause)\(place): \(rate)\(limit)"
    let candidates = [long, "diverged in \(parameter): \(rate)\(limit)", "diverged: \(rate)\(limit)", "diverged"]
    return (candidates.first { ($0 + advice).columnCount <= width } ?? "diverged") + advice
  }

  /// The first number that was not finite.
  private var cause: String {
    switch divergence.origin {
    case .sum(let layer): "a sum of layer \(layer + 1) overflowed"
    case .cost: "the cost overflowed"
    case .delta(let layer): "δ of layer \(layer + 1) overflowed"
    case .gradient: "the gradient of \(parameter) is \(divergence.value)"
    case .update: "the step of \(parameter) overflowed"
    }
  }
}
