import Experiments
import Screen
import Session

extension KeyMap {
  /// The keys that mean something of their own in the data room; all others mean there what they mean elsewhere.
  public static let room = KeyMap(bindings: [
    row(.move(.up), [.up, .character("k")], "↑", "the column above"),
    row(.move(.down), [.down, .character("j")], "↓", "the column below"),
    row(.move(.right), [.right, .character("l")], "→", "what it is taken for: next", short: "role"),
    row(.move(.left), [.left, .character("h")], "←", "what it is taken for: previous"),
    row(.room(.change(.missing(by: 1))), [.character("m")], "m", "its missing cells: next treatment", short: "missing"),
    row(.change(.missing, by: 1), [.character("M")], "M", "missing cells of all columns"),
    row(.room(.change(.predict)), [.character("y")], "y", "predict this column", short: "predict"),
    row(.change(.task, by: 1), [.character("t")], "t", "the label is a class, a number", short: "task"),
    row(.change(.scaling, by: 1), [.character("s")], "s", "next scaling of the inputs", short: "scale"),
    row(.change(.split, by: 1), [.character("p")], "p", "next split of the rows", short: "split"),
    row(.enterValue(.split), [.character("P")], "P", "type a split, such as by group Patient"),
    row(.room(.train), [.enter, .character(" ")], "Enter", "train", short: "train"),
    row(.escape, [.escape], "Esc", "back to the panels", short: "back"),
  ])

  private static func row(
    _ action: Action, _ keys: [Key], _ label: String, _ help: String, short: String? = nil
  ) -> Binding {
    Binding(
      keys: keys.map { KeyPress($0) }, label: label, second: nil, action: action, help: help, short: short,
      group: .room, isCommand: false)
  }
}
