extension Setting {
  /// The JSON Schema (2020-12) of demo files: what editors complete and check them by.
  public static var schema: String {
    let members: [JSON.Member] = [
      .init("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      .init("title", .text("A demo of Descent")),
      .init("type", .text("object")),
      .init("properties", .object(properties + [lesson])),
      .init("additionalProperties", .literal("false")),
      .init("$defs", .object([.init("step", step)])),
    ]
    return JSON.object(members).written() + "\n"
  }

  /// Every key in the group that its first part names, and by its whole name.
  static var properties: [JSON.Member] {
    var members: [JSON.Member] = []
    for name in names(after: "") where name != lessonKey {
      if let setting = Setting(key: name) {
        members.append(setting.property(named: name))
      } else {
        let inside = all.filter { $0.key.hasPrefix(name + ".") }
        members.append(.init(name, object(inside.map { $0.property(named: String($0.key.dropFirst(name.count + 1))) })))
      }
    }
    return members + all.filter { $0.key.contains(".") }.map { $0.property(named: $0.key) }
  }

  private func property(named name: String) -> JSON.Member {
    guard case .object(let members) = shape.schema else { preconditionFailure("the schema of \(key) is no object") }
    let about: [JSON.Member] = [
      .init("description", .text(meaning)),
      .init("default", JSON(value(in: Experiment(name: "", source: .generator(.circle))))),
    ]
    return .init(name, .object(about + members))
  }

  static func object(_ properties: [JSON.Member]) -> JSON {
    .object([
      .init("type", .text("object")), .init("properties", .object(properties)),
      .init("additionalProperties", .literal("false")),
    ])
  }

  private static let lesson = JSON.Member(
    lessonKey,
    .object([
      .init("description", .text("steps that say, ask, set and run")), .init("type", .text("array")),
      .init("items", .object([.init("$ref", .text("#/$defs/step"))])),
    ]))
}

extension LessonStep.Run {
  /// What `init(_:)` reads, as a regular expression.
  static let pattern =
    "^ *([1-9][0-9]* +(epochs?|sweeps?|updates?)|until +\(LessonStep.Goal.pattern) +or +[1-9][0-9]* +(epochs?|sweeps?)) *$"
}

extension LessonStep.Goal {
  /// What `init(_:)` reads, as a regular expression.
  static let pattern =
    "(" + Measure.allCases.map(\.rawValue).joined(separator: "|") + ") *[<>] *[-+]?[0-9.]+([eE][-+]?[0-9]+)?"
}
