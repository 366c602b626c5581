import Foundation
import NeuralNetwork
import Screen
import Testing

@testable import Experiments
@testable import Session
@testable import Visualizer

/// Somebody who knows nothing: presses a key only once the lesson has named it, in its text, in the line that says what is going
/// on, or as the form of a question; and types only what is asked for.
struct Novice {
  private(set) var state: State
  /// The keys that have been named so far.
  private(set) var named: Set<String> = []
  /// What could not be done, and where.
  private(set) var troubles: [String] = []
  /// All that was pressed.
  private(set) var pressed: [String] = []

  init(_ lesson: String, _ size: (Int, Int)) throws {
    state = try State.lesson(lesson, size)
    read()
  }

  var lesson: Lesson { state.session!.lesson! }
  private var place: String { "step \(lesson.index + 1)" }

  /// Reads what stands on the screen of the lesson.
  private mutating func read() {
    let text = lesson.visit.text
    let words = [text.say, text.question, lesson.hint, state.lessonView!.status(width: state.width)]
    for text in words.compactMap({ $0 }) { named.formUnion(KeyNames.all(in: text)) }
    named.formUnion(KeyNames.offered(in: state.picture))
  }

  /// Presses a key that has been named.
  private mutating func press(_ name: String) {
    if !named.contains(name) { troubles.append("\(place): nobody has named \(name)") }
    pressed.append(name)
    state.type([KeyNames.keys[name]!])
    state.finishRun()
    read()
  }

  /// Types what is asked for.
  private mutating func write(_ number: String) {
    press("Enter")
    if state.overlay == nil { troubles.append("\(place): nothing can be typed") }
    state.type(.letters(number))
    press("Enter")
  }

  private mutating func demand(_ isSo: Bool, _ words: String) {
    if !isSo { troubles.append("\(place): \(words)") }
  }
}

// MARK: A step

extension Novice {
  /// Does what the step wants, wrong at first where it asks for a choice or a number, and goes on.
  mutating func playStep() {
    if lesson.awaitedPick != nil {
      pick()
    } else if lesson.awaitsNumber {
      giveNumber()
    } else if lesson.awaitsChoice {
      choose()
    }
    if let solution = lesson.step.solution { solve(solution) }
    demand(!lesson.isGoalOpen, "the goal is not reached")
    demand(!lesson.awaitsChoice, "the question is not answered")
    let index = lesson.index
    for _ in 0..<3 where lesson.index == index && !lesson.isDone { press("]") }
    demand(lesson.index > index || lesson.isDone, "it does not go on")
  }

  private mutating func choose() {
    let isKnown = lesson.step.run == nil
    let right = isKnown ? lesson.rightChoice(at: state.session!.moment)! : 0
    let wrong = lesson.visit.text.choices.indices.first { $0 != right }!
    for choice in isKnown ? [wrong, right] : [right] {
      while lesson.awaitsChoice, lesson.visit.selected != choice {
        press(lesson.visit.selected < choice ? "↓" : "↑")
      }
      press("Enter")
      demand(choice == right || lesson.hint != nil, "no hint")
    }
  }

  private mutating func giveNumber() {
    let right = lesson.rightNumber(at: state.session!.moment)!
    write("12345")
    demand(lesson.hint != nil && lesson.awaitsNumber, "no hint")
    write("\(right)")
  }

  private mutating func pick() {
    let target = lesson.rightPicks(at: state.session!.moment)[0]
    switch target {
    case .sample(let row): look(at: row)
    case .unit(let layer, let unit): go(to: Selection(layer: layer, unit: unit))
    case .weight(let layer, let unit, let input): go(to: Selection(layer: layer, unit: unit, input: input))
    }
    press("Enter")
  }

  private mutating func look(at row: Int) {
    for _ in 0..<20 where state.session!.run.lookedAt != row { press("N") }
  }

  private mutating func solve(_ solution: LessonStep.Solution) {
    if let row = solution.sample { look(at: row) }
    let layout = state.run!.history.process.point.layout
    for weight in solution.weights {
      guard let name = ParameterName(weight.name), let index = layout.index(of: name) else { continue }
      let before = state.run!.history.process.point.values[index]
      guard before != weight.value else { continue }
      go(to: Selection(name, in: layout))
      write("\(weight.value)")
      demand(state.run!.history.process.point.values[index] == weight.value, "\(weight.name) was not set")
    }
    let settings = solution.changes.map(\.key) + solution.deeds.map(\.rawValue)
    demand(settings.isEmpty && solution.run == nil && solution.place == nil, "a way that a novice does not know")
  }

  /// To a weight's row in the arithmetic: to its unit first, where another is shown.
  private mutating func go(to target: Selection) {
    let shown = state.selection ?? Selection(layer: state.run!.trainer.network.depth - 1, unit: 0)
    let hasWay = state.focus == .arithmetic || named.contains("5")
    if (shown.layer, shown.unit) != (target.layer, target.unit) || !hasWay { goToUnit(target) }
    guard let input = target.input else { return }
    if state.focus != .arithmetic { press("5") }
    for _ in 0..<20 where (state.selection?.input ?? -1) != input {
      press((state.selection?.input ?? -1) < input ? "↓" : "↑")
    }
  }

  private mutating func goToUnit(_ target: Selection) {
    press("1")
    for _ in 0..<10 where state.selection?.layer != target.layer {
      press((state.selection?.layer ?? -2) < target.layer ? "→" : "←")
    }
    for _ in 0..<10 where state.selection?.unit != target.unit {
      press((state.selection?.unit ?? 0) < target.unit ? "↓" : "↑")
    }
    if target.input != nil { press("Enter") }
  }
}

extension Selection {
  fileprivate init(_ name: ParameterName, in layout: Parameters.Layout) {
    switch name {
    case .weight(let layer, let unit, let input): self.init(layer: layer, unit: unit, input: input)
    case .bias(let layer, let unit): self.init(layer: layer, unit: unit, input: layout.layers[layer].inputs)
    }
  }
}

/// How texts name keys.
enum KeyNames {
  static let keys: [String: Key] = [
    "]": .character("]"), "[": .character("["), "Enter": .enter, "Space": .character(" "), "↑": .up, "↓": .down,
    "←": .left, "→": .right, "N": .character("N"), "B": .character("B"), "z": .character("z"),
    "1": .character("1"), "3": .character("3"), "5": .character("5"), "8": .character("8"),
  ]

  /// The keys that a sentence names: signs and words that are nothing else, letters and digits only after `press`, `with`, `choose
  /// with`, and those that follow such a one: `Press 5, ↓ until …`, `N and B look at others`.
  static func all(in text: String) -> Set<String> {
    let words = text.split { $0 == " " || $0 == "\n" }.map { $0.trimmingCharacters(in: [",", ".", ":", ";", "?"]) }
    var found: Set<String> = []
    for (index, word) in words.enumerated() where keys[word] != nil {
      let before = index > 0 ? words[index - 1].lowercased() : ""
      let isSign = !word.first!.isASCII || word.count > 1 || word == "]" || word == "["
      let isUpper = word == "N" || word == "B"
      if isSign || isUpper || ["press", "with"].contains(before) || text.contains("or \(word),") { found.insert(word) }
    }
    if text.contains("arrows") { found.formUnion(["↑", "↓", "←", "→"]) }
    return found
  }

  /// The keys that the last row offers, each with its words.
  static func offered(in picture: Frame) -> Set<String> {
    let row = picture.text.split(separator: "\n", omittingEmptySubsequences: false).last { !$0.isEmpty } ?? ""
    return Set(
      row.split(separator: "  ").compactMap { hint in
        hint.split(separator: " ").first.map(String.init).flatMap { keys[$0] == nil ? nil : $0 }
      })
  }
}
