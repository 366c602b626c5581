import Experiments
import Screen
import Session

/// Which key does what: the one table from which dispatch, help, the key line, the README and the tests come.
public struct KeyMap: Sendable {
  /// A row of the table.
  public struct Binding: Sendable {
    /// The keys that do it, each by itself.
    public let keys: [KeyPress]
    /// The key as it is written in the key line.
    public let label: String
    /// The key that does the same where the first is hard to reach: on many keyboards it takes Shift or AltGr.
    public let second: String?
    /// What they do.
    public let action: Action
    /// What the key does, in a few words.
    public let help: String
    /// One or two words for the key line; nil keeps the binding out of it.
    public let short: String?
    /// The heading of the help page that it stands under.
    public let group: Group

    /// Both keys, as help writes them.
    public var labels: String { second.map { "\(label) \($0)" } ?? label }
    /// Whether the palette offers it: moving about is done by keys alone.
    public let isCommand: Bool
  }

  /// The headings of the help page.
  public enum Group: String, CaseIterable, Sendable {
    /// Time: running, stepping, going back.
    case run = "Run"
    /// Settings that take effect in the run.
    case change = "Change while it runs"
    /// What is done to a Hopfield network; `N`, `m`, `o`, `.` and `R` mean its patterns, order, rule, temperature and state.
    case settle = "A Hopfield network"
    /// What is shown, and how.
    case look = "Look"
    /// Help, files, leaving.
    case program = "Program"
    /// Decisions about the columns and rows of a file.
    case room = "In the data room"
  }

  /// The rows of the table; help lists those of a group in this order.
  public let bindings: [Binding]

  /// The action of a key, or nil. While words are being typed every key is a letter.
  public func action(for press: KeyPress, in state: State) -> Action? {
    let binding = bindings.first { $0.keys.contains(press) }
    if state.overlay?.takes(press) == true { return .type(press) }
    if state.overlay?.takesText == true, !(press.control && binding != nil) { return .type(press) }
    if state.overlay == nil, state.room != nil, let own = Self.room.bindings.first(where: { $0.keys.contains(press) }) {
      return own.action
    }
    if let binding, binding.isLeftOut(of: state) {
      return .notice("\(binding.label) is left out in this step of the class")
    }
    if let binding { return binding.action }
    guard case .character(let letter) = press.key, letter.properties.isAlphabetic, !letter.isASCII else { return nil }
    return .foreignLetter(letter)
  }
}

extension KeyMap {
  /// The keys of the program and of its rooms.
  static let all = standard.bindings + room.bindings

  /// The table of keys for the README.
  public static var markdown: String {
    let rows = Group.allCases.flatMap { group in
      ["| **\(group.rawValue)** | |"]
        + all.filter { $0.group == group }.map { binding in
          "| `\(binding.label)`\(binding.second.map { " or `\($0)`" } ?? "") | \(binding.help) |"
        }
    }
    return (["| key | does |", "|---|---|"] + rows).joined(separator: "\n")
  }
}
