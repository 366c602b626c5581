/// Why a value is refused: of a list, every element that is wrong.
struct Refusal: Error {
  /// What is wrong, and of which element.
  struct Part {
    var element: Int?
    var problem: Mistake.Problem
  }

  var parts: [Part]

  init(parts: [Part]) { self.parts = parts }

  init(_ problem: Mistake.Problem) { parts = [Part(problem: problem)] }

  /// A value of another kind than is expected.
  static func wrongType(_ expected: String, _ value: SettingValue) -> Refusal {
    Refusal(.wrongType(expected: expected, found: value.described))
  }

  /// A value of the right kind that is outside of what is possible.
  static func impossible(_ expected: String, _ value: SettingValue) -> Refusal {
    Refusal(.impossible(expected: expected, found: value.described))
  }

  /// The same with other words for what is expected, where they were these.
  func expecting(_ new: String, insteadOf old: String) -> Refusal {
    Refusal(
      parts: parts.map { part in
        if case .wrongType(old, let found) = part.problem {
          return Part(element: part.element, problem: .wrongType(expected: new, found: found))
        }
        if case .impossible(old, let found) = part.problem {
          return Part(element: part.element, problem: .impossible(expected: new, found: found))
        }
        return part
      })
  }
}
