extension TableDescription {
  /// The description as one JSON object.
  public var json: String {
    JSONText.object([
      ("file", JSONText.string(file)), ("form", JSONText.string(form)),
      ("notes", JSONText.list(notes.map { JSONText.string($0.text) })),
      ("rows", rowsObject), ("label", labelObject),
      ("inputs", JSONText.list(inputs.map(JSONText.string))),
      ("baseline", baselineObject), ("columns", JSONText.list(columns.map(Self.object))),
      ("left_out", leftOutObject),
      ("suspected_leaks", JSONText.list(suspectedLeaks.map { JSONText.string($0.name) })),
    ])
  }

  /// The columns left out, each with its reason.
  public var leftOutObject: String {
    JSONText.object(leftOut.map { ($0.name, JSONText.string($0.reason)) })
  }

  private var rowsObject: String {
    JSONText.object([
      ("all", "\(rows)"), ("kept", "\(rowsKept)"), ("without_label", "\(rowsWithoutLabel)"),
      ("with_missing", "\(rowsWithMissing)"),
    ])
  }

  private var labelObject: String {
    JSONText.object([
      ("name", JSONText.string(label.name)), ("reason", JSONText.string(label.reason)),
      ("task", JSONText.string(label.task.rawValue)), ("task_reason", JSONText.string(label.taskReason)),
      ("classes", JSONText.object(label.classes.map { ($0.name, "\($0.count)") })),
    ])
  }

  private var baselineObject: String {
    switch baseline {
    case .majority(let name, let share):
      JSONText.object([("majority", JSONText.string(name)), ("accuracy", JSONText.number(share))])
    case .mean(let mean, let deviation):
      JSONText.object([("mean", JSONText.number(mean)), ("rmse", JSONText.number(deviation))])
    }
  }

  private static func object(_ column: Column) -> String {
    JSONText.object([
      ("name", JSONText.string(column.name)), ("role", JSONText.string(column.role.rawValue)),
      ("reason", JSONText.string(column.reason)), ("type", JSONText.string(column.type)),
      ("missing", "\(column.missing)"), ("different", column.distinct.map { "\($0)" } ?? "null"),
      ("low", JSONText.number(column.range?.lowerBound)), ("high", JSONText.number(column.range?.upperBound)),
      ("histogram", JSONText.list(column.histogram.map(String.init))),
      ("association", JSONText.number(column.association)), ("inputs", "\(column.inputs)"),
      ("first", JSONText.list(column.first.map(JSONText.string))),
    ])
  }
}

/// JSON, piece by piece.
public enum JSONText {
  /// A text with what JSON does not allow in one escaped.
  public static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// null where there is none or it is not finite.
  public static func number(_ number: Double?) -> String { number.flatMap { $0.isFinite ? "\($0)" : nil } ?? "null" }

  /// An array of values that are JSON already.
  public static func list(_ values: [String]) -> String { "[\(values.joined(separator: ", "))]" }

  /// Names with values that are JSON already.
  public static func object(_ members: [(String, String)]) -> String {
    "{" + members.map { "\(string($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
  }
}
