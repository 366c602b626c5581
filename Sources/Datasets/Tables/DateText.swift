/// Dates and times as people write them.
enum DateText {
  /// Whether the day or the month comes first where both are numbers.
  enum Order: Hashable { case monthFirst, dayFirst }

  /// Days since 1970-01-01 (the time of day as a fraction), and whether there was a time and a date.
  struct Moment: Hashable {
    var days: Double
    var hasTime: Bool
  }

  /// Reads `2024-03-01`, `2024/03/01 12:30:05`, `2024-03-01T12:30Z`, `01.03.2024`, `3/1/2024`, `1-Mar-2024`,
  /// `Mar 1 2024`, `2024-03`; nil where it is none of these. A time zone is passed over.
  static func moment(_ text: UnsafeBufferPointer<UInt8>, _ cell: CellSpan, order: Order) -> Moment? {
    guard (6...40).contains(cell.end - cell.start), let parts = Parts(text, cell) else { return nil }
    guard let (year, month, day) = parts.date(order), (1...12).contains(month), (1...31).contains(day),
      let time = parts.dayFraction
    else { return nil }
    return Moment(days: Double(Self.days(year, month, day)) + time, hasTime: parts.clock.count > 1)
  }

  /// Whether a first number above 12 says that the day comes first.
  static func saysDayFirst(_ text: UnsafeBufferPointer<UInt8>, _ cell: CellSpan) -> Bool {
    guard (6...40).contains(cell.end - cell.start), let parts = Parts(text, cell), parts.numbers.count == 3 else {
      return false
    }
    return parts.numbers[0].digits <= 2 && (13...31).contains(parts.numbers[0].value) && parts.numbers[1].value <= 12
  }

  /// Days since 1970-01-01 in the Gregorian calendar (Howard Hinnant, days_from_civil).
  static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The month (1 ... 12) of a day since 1970-01-01.
  static func month(ofDay day: Int) -> Int { civil(day).month }

  /// `2024-03-01`
  static func date(ofDay day: Int) -> String {
    let (year, month, day) = civil(day)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }

  /// Year, month and day of a day since 1970-01-01 (civil_from_days).
  private static func civil(_ day: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The pieces of a text that may be a date.
  private struct Parts {
    /// The numbers of the date in their order; a month by name is a number of no digits.
    var numbers: [(value: Int, digits: Int)] = []
    /// Hours, minutes, seconds.
    var clock: [Double] = []
    private var isAfternoon: Bool?
    private var hasMonthName: Bool { numbers.contains { $0.digits == 0 } }

    init?(_ text: UnsafeBufferPointer<UInt8>, _ cell: CellSpan) {
      var at = cell.start
      while at < cell.end {
        let start = at
        if Byte.digits.contains(text[at]) {
          while at < cell.end, Byte.digits.contains(text[at]) { at += 1 }
          guard at - start <= 9 else { return nil }
          let value = text[start..<at].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
          let isClock =
            at < cell.end && text[at] == UInt8(ascii: ":") || start > cell.start && text[start - 1] == UInt8(ascii: ":")
          let isFraction = clock.count == 3 && text[start - 1] == Byte.dot
          if isFraction || numbers.count >= 3 && !isClock {
            if isFraction { continue }
            if clock.isEmpty { return nil }
            return
          } else if isClock {
            clock.append(Double(value))
          } else {
            numbers.append((value, at - start))
          }
        } else if text[at] | 0x20 >= UInt8(ascii: "a"), text[at] | 0x20 <= UInt8(ascii: "z") {
          while at < cell.end, text[at] | 0x20 >= UInt8(ascii: "a"), text[at] | 0x20 <= UInt8(ascii: "z") { at += 1 }
          guard take(word: text[start..<at].map { $0 | 0x20 }) else { return nil }
        } else if "-/. ,:+".utf8.contains(text[at]) {
          if !clock.isEmpty, clock.count >= 2, "-+".utf8.contains(text[at]) { return }
          at += 1
        } else {
          return nil
        }
      }
    }

    private mutating func take(word: [UInt8]) -> Bool {
      let word = String(decoding: word, as: UTF8.self)
      if ["t", "z", "utc", "gmt", "st", "nd", "rd", "th"].contains(word) { return true }
      if word == "am" || word == "pm" {
        isAfternoon = word == "pm"
        return true
      }
      let isDayName = word.count >= 3 && ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].contains(word.prefix(3))
      if isDayName, word.count <= 3 || word.hasSuffix("day") { return true }
      guard word.count >= 3, let month = Self.months.firstIndex(where: { $0.hasPrefix(word) }), !hasMonthName else {
        return false
      }
      numbers.append((month + 1, 0))
      return true
    }

    private static let months = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december",
    ]

    /// Year, month and day.
    func date(_ order: Order) -> (Int, Int, Int)? {
      let values = numbers.map(\.value)
      if let named = numbers.firstIndex(where: { $0.digits == 0 }) {
        let others = numbers.indices.filter { $0 != named }
        guard let yearAt = others.last(where: { numbers[$0].digits == 4 }) ?? others.last else { return nil }
        let dayAt = others.first { $0 != yearAt }
        return (Self.year(numbers[yearAt]), values[named], dayAt.map { values[$0] } ?? 1)
      }
      if numbers.count == 2, numbers[0].digits == 4, numbers[1].digits == 2 { return (values[0], values[1], 1) }
      guard numbers.count == 3 else { return nil }
      if numbers[0].digits == 4 { return (values[0], values[1], values[2]) }
      guard numbers[2].digits == 4 || numbers[2].digits == 2, numbers[0].digits <= 2, numbers[1].digits <= 2 else {
        return nil
      }
      let isDayFirst = order == .dayFirst
      return (Self.year(numbers[2]), values[isDayFirst ? 1 : 0], values[isDayFirst ? 0 : 1])
    }

    /// A year of two digits lies in 1970 ... 2069.
    private static func year(_ number: (value: Int, digits: Int)) -> Int {
      number.digits > 2 ? number.value : number.value + (number.value < 70 ? 2000 : 1900)
    }

    /// The time of day as a part of the day; nil where it is none.
    var dayFraction: Double? {
      guard clock.count <= 3, clock.first ?? 0 <= 24, clock.dropFirst().allSatisfy({ $0 < 62 }) else { return nil }
      var hours = clock.first ?? 0
      if let isAfternoon { hours = (hours == 12 ? 0 : hours) + (isAfternoon ? 12 : 0) }
      return hours / 24 + (clock.count > 1 ? clock[1] / 1440 : 0) + (clock.count > 2 ? clock[2] / 86_400 : 0)
    }
  }
}
