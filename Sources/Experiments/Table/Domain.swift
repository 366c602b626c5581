import Datasets

/// The values that a setting may have: how one is read from plain data and written as it. The one place that knows the
/// limits of a setting.
struct Domain<Value>: Sendable {
  let shape: SettingShape
  /// What is expected, in words: `a rate above 0 and up to 1000000`.
  let expected: String
  let read: @Sendable (SettingValue, ReadingContext) throws(Refusal) -> Value
  let write: @Sendable (Value) -> SettingValue
}

/// What the reading of a value may depend on.
struct ReadingContext: Sendable {
  /// Where relative paths of data files begin; where the program was started if empty.
  var folder = ""

  /// Where a data file is.
  /// `demos/course` and `../iris.csv` make `demos/iris.csv`, so that a file has one path however it is come by.
  func resolved(path: String) -> String {
    guard !path.hasPrefix("/"), !folder.isEmpty else { return path }
    var (folders, rest) = (folder.split(separator: "/", omittingEmptySubsequences: false), path[...])
    while rest.hasPrefix("../"), let last = folders.last, !["", ".", ".."].contains(last) {
      folders.removeLast()
      rest = rest.dropFirst(3)
    }
    return (folders + [rest]).joined(separator: "/")
  }
}

extension Domain {
  /// The same values under another form.
  func map<Other>(
    _ make: @escaping @Sendable (Value) -> Other, back: @escaping @Sendable (Other) -> Value
  ) -> Domain<Other> {
    Domain<Other>(
      shape: shape, expected: expected,
      read: { [read] value, context throws(Refusal) in make(try read(value, context)) },
      write: { [write] in write(back($0)) })
  }

  /// The same values, and a word that stands for none.
  func orNone(_ word: String) -> Domain<Value?> { orNone(word, expected: expected + ", or " + word) }

  /// The same values, and `default` for none.
  func orDefault(_ word: String = "default") -> Domain<Value?> { orNone(word, expected: expected) }

  private func orNone(_ word: String, expected words: String) -> Domain<Value?> {
    return Domain<Value?>(
      shape: .either([.names([word]), shape]), expected: words,
      read: { [read, expected] value, context throws(Refusal) in
        if value == .text(word) { return nil }
        do throws(Refusal) { return try read(value, context) } catch {
          throw error.expecting(words, insteadOf: expected)
        }
      },
      write: { [write] in $0.map(write) ?? .text(word) })
  }
}

extension Domain where Value == String {
  /// Any text, without what could command a terminal.
  static var text: Domain {
    Domain(
      shape: .text, expected: "text",
      read: { value, _ throws(Refusal) in
        guard let text = value.text else { throw .wrongType("text", value) }
        return text.printable
      },
      write: { .text($0) })
  }
}

extension Domain where Value == Bool {
  /// On or off.
  static var flag: Domain {
    Domain(
      shape: .flag, expected: "true or false",
      read: { value, _ throws(Refusal) in
        guard case .flag(let flag) = value else { throw .wrongType("true or false", value) }
        return flag
      },
      write: { .flag($0) })
  }
}

// MARK: Numbers

extension Domain where Value: BinaryFloatingPoint & LosslessStringConvertible & SendableMetatype {
  /// A number inside an interval.
  ///
  /// - Parameter noun: what it is: `a rate`.
  static func number(_ interval: Interval, _ noun: String = "a number") -> Domain {
    let expected = noun + " " + interval.words
    return Domain(
      shape: .number(interval), expected: expected,
      read: { value, _ throws(Refusal) in
        guard case .number(let digits) = value, let number = Value(digits) else { throw .wrongType(expected, value) }
        guard number.isFinite, interval.contains(Double(number)) else { throw .impossible(expected, value) }
        return number
      },
      write: { .number($0) })
  }
}

extension Domain where Value: FixedWidthInteger & Sendable {
  /// A whole number, not below 0.
  ///
  /// - Parameter unit: what is counted: ` of units`.
  static func whole(_ range: ClosedRange<Value>, of unit: String = "") -> Domain {
    let upper = range.upperBound == Value.max && Value.self == Int.self ? "" : " to \(range.upperBound)"
    let expected = "a whole number" + (unit.isEmpty ? "" : " of " + unit) + " from \(range.lowerBound)" + upper
    return Domain(
      shape: .whole(UInt64(range.lowerBound)...UInt64(range.upperBound)), expected: expected,
      read: { value, _ throws(Refusal) in
        guard case .number(let digits) = value else { throw .wrongType(expected, value) }
        guard let number = Value(digits), range.contains(number) else { throw .impossible(expected, value) }
        return number
      },
      write: { .number($0) })
  }
}

// MARK: Names

extension Domain where Value: Sendable {
  /// One of a closed set of names.
  ///
  /// - Parameters:
  ///   - kind: what is named: `cost`.
  ///   - also: names that are understood too.
  static func choice(
    _ kind: String, _ names: [String], also: [String] = [], value: @escaping @Sendable (String) -> Value?,
    name: @escaping @Sendable (Value) -> String
  ) -> Domain {
    let expected = "the name of a \(kind)"
    return Domain(
      shape: .names(names, also: also), expected: expected,
      read: { found, _ throws(Refusal) in
        guard let text = found.text else { throw .wrongType(expected, found) }
        guard let value = value(text) else {
          throw Refusal(.unknownName(kind: kind, text, known: names + also.filter { !names.contains($0) }))
        }
        return value
      },
      write: { .text(name($0)) })
  }

  /// A text of some form.
  static func form(
    _ expected: String, _ shape: SettingShape,
    read: @escaping @Sendable (String, ReadingContext) throws(Refusal) -> Value,
    write: @escaping @Sendable (Value) -> String
  ) -> Domain {
    Domain(
      shape: shape, expected: expected,
      read: { value, context throws(Refusal) in
        guard let text = value.text else { throw .wrongType(expected, value) }
        return try read(text, context)
      },
      write: { .text(write($0)) })
  }
}

extension Domain where Value: RawRepresentable<String> & CaseIterable & Sendable {
  /// One case of an enumeration, by its name.
  static func choice(_ kind: String) -> Domain {
    choice(kind, Value.allCases.map(\.rawValue), value: { Value(rawValue: $0) }, name: \.rawValue)
  }
}

// MARK: Lists

extension Domain where Value: Sendable {
  /// A list of values of this domain.
  ///
  /// - Parameters:
  ///   - plural: what it lists: `whole numbers`.
  ///   - noun: what too few or too many are counted in.
  func list(of plural: String, count: ClosedRange<Int>, noun: String) -> Domain<[Value]> {
    let expected = "a list of \(plural)"
    return Domain<[Value]>(
      shape: .list(shape, count: count), expected: expected,
      read: { [read] value, context throws(Refusal) in
        guard case .list(let elements) = value else { throw .wrongType(expected, value) }
        var values: [Value] = []
        var parts: [Refusal.Part] = []
        for (index, element) in elements.enumerated() {
          do throws(Refusal) { values.append(try read(element, context)) } catch {
            parts += error.parts.map { Refusal.Part(element: index, problem: $0.problem) }
          }
        }
        guard parts.isEmpty else { throw Refusal(parts: parts) }
        if values.count < count.lowerBound {
          throw Refusal(.impossible(expected: "at least one \(noun)", found: "none"))
        }
        if values.count > count.upperBound {
          throw Refusal(.impossible(expected: "at most \(count.upperBound) \(noun)s", found: "\(values.count)"))
        }
        return values
      },
      write: { [write] in .list($0.map(write)) })
  }

  /// One value for all, or a list with one for each.
  func oneOrEach(of plural: String, count: ClosedRange<Int>, noun: String) -> Domain<OneOrEach<Value>> {
    let each = list(of: plural, count: count, noun: noun)
    return Domain<OneOrEach<Value>>(
      shape: .either([shape, each.shape]), expected: expected,
      read: { [read] value, context throws(Refusal) in
        if case .list = value { return .each(try each.read(value, context)) }
        return .one(try read(value, context))
      },
      write: { [write] in
        switch $0 {
        case .one(let value): write(value)
        case .each(let values): each.write(values)
        }
      })
  }
}

/// One value for all layers, or one for each.
enum OneOrEach<Value: Sendable>: Sendable {
  case one(Value)
  case each([Value])
}
