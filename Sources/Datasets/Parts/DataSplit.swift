/// How rows are put into a training, a validation and a test part.
public struct DataSplit: Hashable, Sendable {
  /// Which rows go together.
  public enum Rule: Hashable, Sendable {
    /// Each class in equal shares in every part; rows with a number as label by chance.
    case stratified
    /// By chance.
    case random
    /// Rows with the same value of a column stay together.
    case group(column: String)
    /// The first rows by a column train, the last ones test.
    case time(column: String)
  }

  /// Shares of the rows, 1 in all.
  public var training: Double
  /// The validation part's share of the rows, 0 for none.
  public var validation: Double
  /// The test part's share of the rows, 0 for none.
  public var test: Double
  /// Which rows go together, or by what they are put in order.
  public var rule: Rule

  /// Traps unless the shares are not negative, there is a training part, and they add up to 1.
  public init(training: Double, validation: Double, test: Double, rule: Rule = .stratified) {
    precondition(
      training > 0 && validation >= 0 && test >= 0 && abs(training + validation + test - 1) < 1e-6,
      "shares of \(training), \(validation) and \(test) are not parts of 1")
    (self.training, self.validation, self.test) = (training, validation, test)
    self.rule = rule
  }

  /// The column that decides, where one does.
  public var column: String? {
    switch rule {
    case .stratified, .random: nil
    case .group(let column), .time(let column): column
    }
  }
}

extension DataSplit {
  /// Training and validation in the same proportion, where the test part comes from elsewhere.
  var withoutTest: DataSplit {
    let share = training / (training + validation)
    return DataSplit(training: share, validation: 1 - share, test: 0, rule: rule)
  }
}

// MARK: Text

extension DataSplit {
  /// Why a text is no split.
  public enum TextError: Error, Hashable, Sendable {
    /// The text does not begin with three numbers with slashes between them.
    case notThreeShares(String)
    /// The shares add up to another sum than 1.
    case notOne(sum: Double)
    /// The words behind the shares name no rule.
    case unknownRule(String)

    /// One sentence.
    public var message: String {
      switch self {
      case .notThreeShares(let text): "expected three shares such as 0.6/0.2/0.2, found \(quoted(text))"
      case .notOne(let sum): "the shares add up to \(sum.short), not to 1"
      case .unknownRule(let text): "\(quoted(text)) is no way to split"
      }
    }

    /// What may help.
    public var hint: String? {
      switch self {
      case .notThreeShares, .notOne: nil
      case .unknownRule: "there are: stratified, random, by group COLUMN, by time COLUMN"
      }
    }
  }

  /// Reads `0.6/0.2/0.2` or `60/20/20`, with `random`, `stratified`, `by group COLUMN` or `by time COLUMN` behind it.
  ///
  /// - Throws: `TextError`.
  public init(text: String) throws(TextError) {
    let words = text.split(separator: " ", maxSplits: 1)
    let numbers = (words.first ?? "").split(separator: "/", omittingEmptySubsequences: false).map { Double($0) }
    guard numbers.count == 3, let training = numbers[0], let validation = numbers[1], let test = numbers[2],
      [training, validation, test].allSatisfy({ $0.isFinite && $0 >= 0 }), training > 0
    else { throw .notThreeShares(text) }
    let sum = training + validation + test
    let scale = abs(sum - 100) < 1e-6 ? 100.0 : 1
    guard abs(sum / scale - 1) < 1e-6 else { throw .notOne(sum: sum) }
    let rule = words.count > 1 ? String(words[1]).trimmed : "stratified"
    self.init(
      training: training / scale, validation: validation / scale, test: test / scale, rule: try Self.rule(rule))
  }

  private static func rule(_ text: String) throws(TextError) -> Rule {
    func column(after words: String) -> String? {
      text.hasPrefix(words) && text.count > words.count ? String(text.dropFirst(words.count)).trimmed : nil
    }
    if text == "stratified" { return .stratified }
    if text == "random" { return .random }
    if let column = column(after: "by group ") { return .group(column: column) }
    if let column = column(after: "by time ") { return .time(column: column) }
    throw .unknownRule(text)
  }

  /// As it is read.
  public var text: String {
    let shares = [training, validation, test].map(\.short).joined(separator: "/")
    return switch rule {
    case .stratified: shares
    case .random: shares + " random"
    case .group(let column): shares + " by group \(column)"
    case .time(let column): shares + " by time \(column)"
    }
  }
}
