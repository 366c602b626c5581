extension [String] {
  /// The names in at most so many columns, each word shortened, so that names that differ still do: of `sepal_length` and
  /// `sepal_width` in six columns, `se len` and `se wid`. Where that cannot be done, the ends of the names are cut off.
  public func shortened(to width: Int) -> [String] {
    let short = map { $0.columnCount <= width ? $0 : $0.abbreviated(to: width) }
    return Set(short).count < Set(self).count ? self : short
  }
}

extension String {
  /// The beginnings of all words, the longest shortened first, with blanks between them while there is room.
  fileprivate func abbreviated(to width: Int) -> String {
    var words = split(whereSeparator: { "_-. ".contains($0) }).map(String.init)
    let gaps = width >= 3 * words.count - 1 ? words.count - 1 : 0
    while words.reduce(gaps, { $0 + $1.columnCount }) > width {
      guard let longest = words.indices.max(by: { words[$0].columnCount < words[$1].columnCount }),
        words[longest].count > 1
      else { return self }
      words[longest].removeLast()
    }
    return words.joined(separator: gaps > 0 ? " " : "")
  }
}
