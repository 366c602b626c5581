import ErrorSurfaces
import Experiments
import Foundation
import NeuralNetwork
import Session

/// A session that nobody looks at: what it asks for is done at once.
struct HeadlessSession {
  private(set) var session: LearningSession

  /// The points of a surface that is computed for the sake of those who walk on it.
  private static let surfaceSize = (width: 80, height: 48)

  /// Opens an experiment, with weights from elsewhere where there are any.
  init(_ opened: OpenedExperiment, weights: Parameters?) throws {
    session = try LearningSession(opened.experiment, dataset: opened.dataset)
    fulfil(session.begin())
    if let weights { perform(.loaded(weights)) }
    if session.scene.awaitsFog { computeSurface() }
  }

  /// Does something in a person's name; returns what there is to tell of it.
  @discardableResult
  mutating func perform(_ action: LearningSession.Action) -> [News] {
    let news = fulfil(session.perform(action))
    if session.scene.awaitsFog { computeSurface() }
    return news
  }

  @discardableResult
  private mutating func fulfil(_ effects: [LearningSession.Effect]) -> [News] {
    effects.flatMap { effect -> [News] in
      switch effect {
      case .read(let recipe): return (try? recipe.load()).map { perform(.rows($0)) } ?? []
      case .say(let news): return [news]
      case .focus, .show, .select: return []
      }
    }
  }

  /// Computes the surface as it is to be seen now, if there is one.
  mutating func computeSurface() {
    let (width, height) = Self.surfaceSize
    guard let request = session.scene.request(session.run, width: width, height: height) else { return }
    fulfil(session.perform(.surface(.computed(SlowSurface.outcome(of: request)))))
  }
}

extension LearningSession {
  /// Whether there is nothing more to train: a number was not finite.
  var hasDiverged: Bool { run.history.process.divergence != nil }
}
