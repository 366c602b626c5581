import Datasets
import Experiments
import Session

/// A file that somebody has opened; rows that a change asks for are read at once.
struct OwnData {
  private(set) var session: LearningSession

  init(_ path: String, _ sets: [String] = []) throws {
    let opened = try Experiment.open(source: path, sets: sets)
    session = try LearningSession(opened.experiment, dataset: opened.dataset)
  }

  var run: Run { session.run }

  func column(_ name: String) -> TableDescription.Column { run.dataset.table!.columns.first { $0.name == name }! }

  mutating func train(_ updates: Int) {
    if !session.isRunning { perform(.toggleRun) }
    perform(.train(updates: updates))
    if session.isRunning { perform(.toggleRun) }
  }

  mutating func perform(_ action: LearningSession.Action) { _ = session.perform(action) }

  /// Decides anew about a column; returns what was refused.
  mutating func decide(_ column: String, _ change: ColumnChange) throws -> [String] {
    var refused: [String] = []
    for effect in session.perform(.changeColumn(column, change)) {
      if case .read(let recipe) = effect { perform(.rows(try recipe.load())) }
      if case .say(.refused(let words)) = effect { refused.append(words) }
    }
    return refused
  }
}
