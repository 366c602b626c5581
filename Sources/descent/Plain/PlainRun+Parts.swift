import Datasets
import Experiments
import Plots
import Session
import Training

/// Changes of a part: one hidden layer, an input, a column of a table, the branch.
extension PlainRun {
  // MARK: A layer

  /// Gives one hidden layer, counted from 1, another activation or other units.
  mutating func change(layer: Int, to text: String) throws {
    let experiment = session.run.experiment
    guard session.run.history.process.kind == .feedforward else { return try sayOnly(.feedforward) }
    guard case .list(var units) = Setting.units.value(in: experiment), units.indices.contains(layer - 1) else {
      let count = experiment.network.hidden.count
      return try say(count == 0 ? "there are no hidden layers." : "the hidden layers are 1 to \(count).")
    }
    if Numeral.digits(text) != nil {
      units[layer - 1] = .text(text)
      try act(.set(.units, to: SettingValue.list(units).typed))
    } else {
      var activations = Array(repeating: Setting.activation.value(in: experiment), count: units.count)
      if case .list(let each) = activations[0], each.count == units.count { activations = each }
      activations[layer - 1] = .text(text)
      try act(.set(.activation, to: SettingValue.list(activations).typed))
    }
    pause()
  }

  // MARK: Inputs

  func tellInputs() throws {
    guard session.run.history.process.kind == .feedforward else { return try sayOnly(.feedforward) }
    let chosen = session.run.chosenInputs
    for input in session.run.offeredInputs {
      try say("\(input.name): \(chosen.contains(input) ? "given" : "not given").")
    }
  }

  mutating func toggle(input name: String) throws {
    let offered = session.run.offeredInputs
    guard session.run.history.process.kind == .feedforward else { return try sayOnly(.feedforward) }
    guard let input = offered.first(where: { $0.name.lowercased() == name.lowercased() }) else {
      let hint = Names.hint(for: name, among: offered.map(\.name)) ?? "inputs lists them"
      return try say("there is no input “\(name.prefix(40))”; \(hint).")
    }
    try act(.toggleInput(input))
    pause()
  }

  // MARK: Columns

  mutating func change(column name: String, _ decision: PlainCommand.ColumnDecision) throws {
    guard let table = session.run.dataset.table else { return try say("there is no table here: descent FILE --plain.") }
    guard let column = table.columns.first(where: { $0.name.lowercased() == name.lowercased() })?.name else {
      let hint = Names.hint(for: name, among: table.columns.map(\.name)) ?? "columns lists them"
      return try say("there is no column “\(name.prefix(40))”; \(hint).")
    }
    let recipe = session.run.experiment.recipe
    switch decision {
    case .predict: try act(.changeColumn(column, .predict))
    case .role(let role):
      let steps = Self.steps(from: recipe.columns[column], to: role, in: ColumnRole.choices)
      try act(.changeColumn(column, .role(by: steps)))
    case .missing(let policy):
      let steps = Self.steps(from: recipe.missing.byColumn[column], to: policy, in: MissingPolicy.allCases)
      try act(.changeColumn(column, .missing(by: steps)))
    }
    pause()
  }

  /// How many choices further a choice is, of those that follow none.
  private static func steps<Choice: Equatable>(from: Choice?, to: Choice?, in choices: [Choice]) -> Int {
    func place(_ choice: Choice?) -> Int { choice.flatMap { choices.firstIndex(of: $0) }.map { $0 + 1 } ?? 0 }
    return place(to) - place(from)
  }

  // MARK: Branches

  func tellBranches() throws {
    let history = session.run.history
    for branch in history.branches {
      let cost = session.run.tips[branch.id]?.training?.cost
      let parts = [
        "to update \(branch.tip.updates)", cost.map { "training cost \(NumberFormat.reading.string($0))" },
        branch.id == history.current ? "the present one" : nil, history.reaches(branch.id) ? nil : "out of reach",
      ]
      try say("Branch \(branch.id), \(branch.name): " + parts.compactMap { $0 }.joined(separator: ", ") + ".")
    }
  }

  /// Goes to the end of a branch.
  mutating func go(toBranch wanted: Int) throws {
    let branches = session.run.history.branches
    guard let place = branches.firstIndex(where: { $0.id == wanted }) else {
      return try say("there is no branch \(wanted); branches lists them.")
    }
    guard wanted != session.run.history.current else { return try say("branch \(wanted) is the present one.") }
    if session.timeline == nil { headless.perform(.timeline(.toggle)) }
    headless.perform(.timeline(.select(by: place - (session.timeline?.selected ?? 0))))
    try act(.timeline(.choose))
    if session.timeline != nil { headless.perform(.timeline(.toggle)) }
    try report()
  }

  /// How the twin stands, where one runs beside.
  func reportTwin() throws {
    guard let twin = session.run.twin else { return }
    let parts = [("training", twin.training), ("test", twin.test)].compactMap { name, measures in
      measures.map { "\(name) cost \(NumberFormat.reading.string($0.cost))" }
    }
    try say(
      "The twin with \(twin.difference): " + (parts.isEmpty ? "no step yet" : parts.joined(separator: ", ")) + ".")
  }
}
