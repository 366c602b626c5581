extension Setting {
  /// A step of a lesson; what it sets are the settings of the table.
  static var step: JSON { step(isAside: false) }

  /// - Parameter isAside: whether it follows an answer, so that no further steps follow those to it.
  private static func step(isAside: Bool) -> JSON {
    let aside: [JSON.Member] = isAside ? [] : [.init("wrong", asideSteps)]
    let text = SettingShape.text.schema
    let asked: [JSON.Member] = [
      .init("say", text), .init("ask", text), .init("choices", list(of: choice(isAside: isAside))),
      .init("answer", text),
      .init("pick", SettingShape.names(Pick.Kind.allCases.map { $0.rawValue }).schema),
      .init("tolerance", number), .init("hint", text),
    ]
    let done: [JSON.Member] = [
      .init("goal", text), .init("facts", list(of: text)),
      .init("solution", object(made + solved)),
      .init("notes", text), .init("point", SettingShape.names(Panel.allCases.map(\.title), also: []).schema),
    ]
    let classroom: [JSON.Member] = [
      .init(
        "hide", list(of: SettingShape.names(Panel.allCases.filter { $0 != .lesson }.map(\.title), also: []).schema)),
      .init("keys", list(of: text)),
    ]
    guard case .object(let members) = object(asked + done + made + aside + classroom) else {
      preconditionFailure("a step is an object")
    }
    let needs =
      (["choices", "pick", "answer", "tolerance", "hint"] + (isAside ? [] : ["wrong"])).map {
        JSON.Member($0, .texts(["ask"]))
      }
      + [.init("solution", .texts(["goal"]))]
    return .object(
      members + [.init("minProperties", .literal("1")), .init("dependentRequired", .object(needs))])
  }

  /// What a step or a solution makes: settings, weights, a run.
  private static var made: [JSON.Member] {
    [
      .init("weights", .object([.init("type", .text("object")), .init("additionalProperties", number)])),
      .init("set", object(properties)),
      .init("run", SettingShape.form(LessonStep.Run.pattern, example: "20 epochs").schema),
    ]
  }

  /// What a solution has beside: a sample to look at, a place on a test function, units to turn over, and what is done by a key.
  private static var solved: [JSON.Member] {
    let place = SettingShape.whole(0...1_000_000_000).schema
    return [
      .init("sample", place), .init("place", list(of: number)), .init("flip", list(of: place)),
      .init("do", list(of: SettingShape.names(LessonStep.Deed.allCases.map(\.rawValue)).schema)),
    ]
  }

  /// A choice: a text, or a text with a condition and a hint.
  private static func choice(isAside: Bool) -> JSON {
    let text = SettingShape.text.schema
    let own: [JSON.Member] = [.init("say", text), .init("when", text), .init("hint", text)]
    guard case .object(let members) = object(own + (isAside ? [] : [.init("then", asideSteps)])) else {
      preconditionFailure("a choice is an object")
    }
    return .object([
      .init("anyOf", .array([text, .object(members + [.init("required", .texts(["say"]))])]))
    ])
  }

  /// The extra steps after an answer.
  private static var asideSteps: JSON {
    guard case .object(let members) = list(of: step(isAside: true)) else { preconditionFailure("a list is an object") }
    return .object(members + [.init("minItems", .literal("1"))])
  }

  private static var number: JSON { .object([.init("type", .text("number"))]) }

  private static func list(of items: JSON) -> JSON {
    .object([.init("type", .text("array")), .init("items", items)])
  }
}
