import Yams

extension SettingsReader {
  /// Puts one setting into the experiment, or notes what is wrong with each part of its value.
  mutating func apply(_ setting: Setting, _ node: Node) {
    do throws(Refusal) {
      try setting.write(&experiment, setting.value(typed: node), context)
    } catch {
      for part in error.parts {
        let element = part.element.flatMap { element in node.sequence.map { $0[element] } }
        note(part.problem, at: element ?? node)
      }
    }
  }
}
