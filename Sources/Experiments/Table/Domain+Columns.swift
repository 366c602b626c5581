import Datasets

/// What the network is given: some inputs, or all but some columns.
enum InputChoice: Hashable, Sendable {
  /// All where empty.
  case these([InputFeature])
  case allBut([String])
}

extension DataRecipe {
  /// The inputs, or else the columns that are left out.
  var inputChoice: InputChoice {
    get { inputs.isEmpty && !excluded.isEmpty ? .allBut(excluded) : .these(inputs) }
    set {
      switch newValue {
      case .these(let features): (inputs, excluded) = (features, [])
      case .allBut(let names): (inputs, excluded) = ([], names)
      }
    }
  }
}

extension Domain where Value == InputChoice {
  /// Names of inputs, all, or `all but Name, Ticket`.
  static var inputs: Domain {
    let listed = Domain<InputFeature>.form(
      "an input", .text, read: { text, _ in InputFeature(name: text) }, write: \.name
    ).list(of: "inputs", count: 1...100_000, noun: "input").orDefault("all")
    return Domain(
      shape: .either([
        .names(["all"]), .form("^all but .+$", example: "all but Name, Ticket"), .list(.text, count: 1...100_000),
      ]),
      expected: listed.expected,
      read: { value, context throws(Refusal) in
        guard case .text(let text) = value, text.hasPrefix("all but ") else {
          return .these(try listed.read(value, context) ?? [])
        }
        do throws(ChoiceError) { return .allBut(try ColumnSelection(text: text).names) } catch {
          throw Refusal(.columns(error))
        }
      },
      write: {
        switch $0 {
        case .these(let features): listed.write(features.isEmpty ? nil : features)
        case .allBut(let names): .text(ColumnSelection(names: names, isExcluding: true).text)
        }
      })
  }
}

extension Domain where Value == ColumnRoles {
  /// `Age: number, Pclass: category`, or `guessed`.
  static var roles: Domain {
    .form(
      "roles of columns, such as Age: number",
      .either([
        .names(["guessed"]),
        .form(
          ": *(\(ColumnRole.choices.map(\.rawValue).joined(separator: "|"))) *}?$",
          example: "Age: number, Zip: category"),
      ]),
      read: { text, _ throws(Refusal) in
        if text == "guessed" { return ColumnRoles() }
        do throws(ChoiceError) { return try ColumnRoles(text: text) } catch { throw Refusal(.columns(error)) }
      },
      write: { $0.isEmpty ? "guessed" : $0.text })
  }
}

extension Domain where Value == MissingPolicies {
  /// `fill`, or `fill, Age: drop-rows`.
  static var missing: Domain {
    let names = MissingPolicy.allCases.map(\.rawValue)
    return .form(
      "what becomes of missing cells",
      .either([
        .names(names), .form(": *(\(names.joined(separator: "|"))) *}?$", example: "fill, Age: drop-rows"),
      ]),
      read: { text, _ throws(Refusal) in
        do throws(ChoiceError) { return try MissingPolicies(text: text) } catch { throw Refusal(.columns(error)) }
      },
      write: \.text)
  }
}

extension Domain where Value == DataSplit {
  /// `0.6/0.2/0.2`, and how rows are put into the parts.
  static var split: Domain {
    .form(
      "three shares such as 0.6/0.2/0.2",
      .form(
        "^ *[0-9.]+/[0-9.]+/[0-9.]+( +(stratified|random|by group .+|by time .+))? *$",
        example: "0.6/0.2/0.2 by group Patient"),
      read: { text, _ throws(Refusal) in
        do throws(DataSplit.TextError) { return try DataSplit(text: text) } catch { throw Refusal(.split(error)) }
      },
      write: \.text)
  }
}
