/// What a column is to the network, told by its name and its values.
struct ColumnRoleGuess {
  private(set) var role: ColumnRole
  private(set) var reason: String

  init(_ column: RawColumn, _ profile: ColumnProfile, rows: Int, isFirst: Bool, isUnnamed: Bool) {
    let filled = rows - profile.missing
    (role, reason) = (.number, profile.isWhole ? "whole numbers" : "numbers")
    if column.form == .skipped {
      (role, reason) = (.out, "not asked for")
    } else if filled == 0 {
      (role, reason) = (.empty, "every cell is missing")
    } else if profile.distinct == 1 {
      (role, reason) = (.constant, "the same in every row")
    } else if let sign = Self.identifier(column, profile, filled, isFirst: isFirst, isUnnamed: isUnnamed) {
      (role, reason) = (.identifier, sign)
    } else if case .date = column.form {
      (role, reason) = (.date, "dates")
    } else if column.form == .text {
      decideText(column, profile, filled)
    }
  }

  private mutating func decideText(_ column: RawColumn, _ profile: ColumnProfile, _ filled: Int) {
    if FlagTexts(column) != nil {
      (role, reason) = (.flag, "yes or no")
    } else if column.pool.isFull || profile.distinct > 20 && profile.distinct * 2 > filled {
      let length = column.pool.meanLength
      (role, reason) = (.text, length > 40 ? "free text" : "names: nearly all are different")
    } else {
      (role, reason) = (.category, "\(profile.distinct) different texts")
    }
  }

  /// The sign by which a column is known to tell nothing but which row it is, or nil.
  private static func identifier(
    _ column: RawColumn, _ profile: ColumnProfile, _ filled: Int, isFirst: Bool, isUnnamed: Bool
  ) -> String? {
    if case .date = column.form { return nil }
    let isText = column.form == .text
    let allDifferent =
      profile.isMonotone || profile.distinct == filled || !isText && profile.distinct > ColumnProfile.distinctLimit
    guard filled > 2 else { return nil }
    if isUnnamed, allDifferent { return "the rows' own names or numbers" }
    let name = column.name.lowercased()
    if names.contains(name) || name.hasPrefix("unnamed:"), allDifferent || isText && profile.distinct * 2 > filled {
      return "its name says that it names the rows"
    }
    if owners.contains(name), isText || profile.isWhole, profile.distinct >= 5 {
      return "its name says whose the rows are; a split can keep them together"
    }
    let endsInID =
      name.hasSuffix("_id") || name.hasSuffix(" id") || name.hasSuffix(".id") || column.name.hasSuffix("Id")
      || column.name.hasSuffix("ID")
    if endsInID,
      isText ? profile.distinct * 2 > filled : profile.isWhole && (allDifferent || profile.distinct * 2 > filled)
    {
      return "its name says that it names the rows"
    }
    if !isText, profile.isWhole, profile.isCounting, filled > 9, isFirst || profile.missing == 0, !isTime(name) {
      return "it counts the rows"
    }
    if isText, profile.distinct == filled, filled > 8 { return "a different text in every row" }
    return nil
  }

  private static let names: Set<String> = [
    "id", "rownames", "row.names", "row_names", "rowname", "index", "idx", "passengerid", "customerid", "customer_id",
    "uid", "uuid",
    "no", "no.", "nr", "obs", "observation", "rowid", "row", "s.no", "sno", "sl_no", "serial", "srno", "sr.no", "key",
    "car_id",
    "instance_id", "record", "unnamed", "#", "ids", "sample code number", "id number", "subject",
  ]

  /// Names of columns that tell whose the rows are, several of them perhaps the same person's.
  private static let owners: Set<String> = [
    "id", "ids", "uid", "uuid", "subject", "subject_id", "subjectid", "patient", "patient_id", "patientid",
    "individual",
    "person", "user_id", "userid", "customer_id", "customerid", "passengerid",
  ]

  /// Whether a name speaks of time, which counts and is no identifier.
  static func isTime(_ name: String) -> Bool {
    ["year", "time", "date", "day", "month", "week", "hour", "age", "t", "x"].contains { word in
      name == word || word.count > 3 && name.contains(word)
    }
  }
}

/// A column of texts of which one says yes and the other no.
struct FlagTexts {
  /// The number of the text that says yes.
  let yes: Int

  private static let pairs: [(yes: String, no: String)] = [
    ("true", "false"), ("yes", "no"), ("on", "off"), ("y", "n"), ("t", "f"),
  ]

  init?(_ column: RawColumn) {
    guard column.form == .text, column.pool.count == 2 else { return nil }
    let texts = [0, 1].map { column.text($0).lowercased() }
    guard let pair = Self.pairs.first(where: { Set(texts) == [$0.yes, $0.no] }) else { return nil }
    yes = texts.firstIndex(of: pair.yes)!
  }
}

extension TextPool {
  /// The mean number of bytes.
  var meanLength: Int { count == 0 ? 0 : byteCount / count }
}

/// Whether a label is a class or a number.
struct TaskGuess {
  let task: DataRecipe.Task
  let reason: String

  /// Texts are classes; so are up to ten whole numbers that come back again and again, and up to thirty that count
  /// from 0 or 1 without a gap and come about equally often.
  init(_ column: RawColumn, _ profile: ColumnProfile, rows: Int) {
    let filled = rows - profile.missing
    if column.form == .text {
      (task, reason) = (.classification, "texts are classes")
    } else if profile.isWhole, profile.distinct <= 10, filled >= 2 * profile.distinct {
      (task, reason) = (.classification, "\(profile.distinct) whole numbers that come again and again are classes")
    } else if profile.isWhole, profile.distinct <= 30, Self.isEven(column, profile) {
      (task, reason) = (.classification, "\(profile.distinct) whole numbers, each about equally often, are classes")
    } else {
      (task, reason) = (.regression, "many different numbers")
    }
  }

  private static func isEven(_ column: RawColumn, _ profile: ColumnProfile) -> Bool {
    guard column.base == 0, profile.low == 0 || profile.low == 1,
      profile.high - profile.low == Float(profile.distinct - 1)
    else { return false }
    var counts = Array(repeating: 0, count: profile.distinct)
    for value in column.values where !value.isNaN { counts[Int(value - profile.low)] += 1 }
    return counts.min()! >= 4 && counts.max()! <= 3 * counts.min()!
  }
}
