extension SettingShape {
  /// The shape as JSON Schema.
  var schema: JSON {
    switch self {
    case .flag: Self.type("boolean")
    case .whole(let range):
      .object([
        .init("type", .text("integer")), .init("minimum", .literal("\(range.lowerBound)")),
        .init("maximum", .literal("\(range.upperBound)")),
      ])
    case .number(let interval): .object([.init("type", .text("number"))] + interval.schema)
    case .text: .object([.init("type", .texts(["string", "number", "boolean"]))])
    case .names(let names, let also): .object([.init("enum", .texts(names + also))])
    case .form(let pattern, let example):
      .object([
        .init("type", .text("string")), .init("pattern", .text(pattern)), .init("examples", .texts([example])),
      ])
    case .list(let element, let count):
      .object([
        .init("type", .text("array")), .init("items", element.schema),
        .init("minItems", .literal("\(count.lowerBound)")), .init("maxItems", .literal("\(count.upperBound)")),
      ])
    case .either(let shapes): .object([.init("anyOf", .array(shapes.map(\.schema)))])
    }
  }

  private static func type(_ name: String) -> JSON { .object([.init("type", .text(name))]) }
}

extension Interval {
  fileprivate var schema: [JSON.Member] {
    var members = [JSON.Member(includesLower ? "minimum" : "exclusiveMinimum", JSON(.number(lower)))]
    if upper.isFinite { members.append(.init(includesUpper ? "maximum" : "exclusiveMaximum", JSON(.number(upper)))) }
    return members
  }
}
