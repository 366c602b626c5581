import Experiments
import Screen

extension KeyMap {
  /// The keys that a person can have another key do: those of the table, as it writes them.
  public static var labels: [String] { standard.bindings.flatMap { [$0.label] + ($0.second.map { [$0] } ?? []) } }

  /// The action of a key where some do what others do; while words are typed every key stays a letter.
  public func action(for press: KeyPress, in state: State, changed changes: [Preferences.KeyChange]) -> Action? {
    let own = action(for: press, in: state)
    if case .type = own { return own }
    guard case .character(let letter) = press.key, !press.control,
      let change = changes.first(where: { $0.key == String(letter) }),
      let binding = bindings.first(where: { $0.label == change.does || $0.second == change.does })
    else { return own }
    return binding.keys.first.flatMap { action(for: $0, in: state) }
  }
}
