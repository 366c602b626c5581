/// A number as people type it: `0.3`, `0,3`, `1/3`, `1e-3`, `−3`, `1_000`.
public enum Numeral {
  /// The number's digits as files write them, or nil where the text is no number, or one that could be read in two ways
  /// such as `1,000`.
  public static func digits(_ text: String) -> String? {
    let text = text.trimmingSpaces.replacing("−", with: "-")
    if let slash = text.firstIndex(of: "/") {
      guard let above = value(String(text[..<slash])), let below = value(String(text[text.index(after: slash)...])),
        below != 0, (above / below).isFinite
      else { return nil }
      return SettingValue.number(above / below).text
    }
    return plain(text)
  }

  private static func value(_ text: String) -> Double? { plain(text).flatMap(Double.init) }

  private static func plain(_ text: String) -> String? {
    let text = text.trimmingSpaces
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.count == 1 || !isThousands(parts[0], parts[1]) else { return nil }
    let digits = withoutUnderscores(parts.joined(separator: "."))
    return SettingValue.isNumber(digits) ? digits : nil
  }

  /// A text without the underscores that stand between two digits.
  private static func withoutUnderscores(_ text: String) -> String {
    guard text.contains("_") else { return text }
    let marks = Array(text)
    func isDigit(_ place: Int) -> Bool { marks.indices.contains(place) && "0123456789".contains(marks[place]) }
    return String(
      marks.indices.filter { marks[$0] != "_" || !isDigit($0 - 1) || !isDigit($0 + 1) }.map { marks[$0] })
  }

  /// Whether a comma may part thousands as well.
  private static func isThousands(_ whole: Substring, _ rest: Substring) -> Bool {
    let digits = whole.drop { "+-".contains($0) }
    return rest.count == 3 && rest.allSatisfy(\.isNumber) && digits != "0" && !digits.isEmpty
  }
}
