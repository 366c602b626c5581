import Datasets
import Experiments

extension LearningSession {
  /// Decides anew about a column of the table that is learned from; the file is read again for it.
  mutating func change(column name: String, _ change: ColumnChange) {
    guard let table = run.dataset.table, let column = table.columns.first(where: { $0.name == name }) else { return }
    var changed = run.experiment
    var setting = Setting.columns
    switch change {
    case .role(let step):
      guard column.role != .label else {
        return say(.refused("\(name) is what is predicted: predict another column first"))
      }
      changed.recipe.takeIn(name)
      let choices = [nil] + ColumnRole.choices.map(Optional.some)
      changed.recipe.columns[name] = follower(of: changed.recipe.columns[name], in: choices, by: step)
    case .missing(let step):
      setting = .missing
      let choices = [nil] + MissingPolicy.allCases.map(Optional.some)
      changed.recipe.missing.byColumn[name] = follower(of: changed.recipe.missing.byColumn[name], in: choices, by: step)
    case .predict:
      setting = .label
      changed.recipe.takeIn(name)
      changed.recipe.columns[name] = nil
      (changed.recipe.label, changed.recipe.task) = (name, nil)
    }
    do { try take(changed, setting) } catch { say(.refused(String(describing: error))) }
  }
}

extension DataRecipe {
  /// Lets a column be read that was left out by name.
  fileprivate mutating func takeIn(_ column: String) {
    excluded.removeAll { $0 == column }
    if !inputs.isEmpty, !inputs.contains(.column(column)) { inputs.append(.column(column)) }
  }
}
