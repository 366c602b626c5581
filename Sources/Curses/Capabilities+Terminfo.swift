import CCurses
import Glibc
import Screen
import Synchronization

/// A terminfo entry, while it is read. ncurses holds one at a time for the whole process, so that reading takes turns.
enum Terminfo {
  private static let turn = Mutex<Void>(())

  /// What a terminal type can do, and its number of colours; nil where no entry describes a terminal whose cursor moves.
  static func read(_ type: String) -> (capabilities: Capabilities, colors: Int)? {
    turn.withLock { _ in
      guard ccurses_load(type) else { return nil }
      return (Capabilities(reading: ()), max(0, Int(ccurses_number("colors"))))
    }
  }

  static func string(_ name: String) -> String? { taken(ccurses_string(name)) }

  static func expand(_ template: String, _ first: Int, _ second: Int) -> String {
    taken(ccurses_expand(template, Int32(first), Int32(second))) ?? ""
  }

  private static func taken(_ string: UnsafeMutablePointer<CChar>?) -> String? {
    guard let string else { return nil }
    defer { free(string) }
    return String(cString: string)
  }
}

extension Capabilities {
  /// What the loaded terminfo entry says.
  fileprivate init(reading: Void) {
    func says(_ name: String, _ standard: String...) -> Bool {
      Terminfo.string(name).map { standard.contains($0) } ?? false
    }
    func ticked<Options: OptionSet>(_ rows: [(Options, Bool)]) -> Options where Options.Element == Options {
      Options(rows.filter(\.1).map(\.0))
    }
    if !says("cup", "\u{1b}[%i%p1%d;%p2%dH") { moveTemplate = Terminfo.string("cup") }
    movements = ticked([
      (.column, says("hpa", "\u{1b}[%i%p1%dG")), (.row, says("vpa", "\u{1b}[%i%p1%dd")),
      (.forward, says("cuf", "\u{1b}[%p1%dC")), (.backward, says("cub", "\u{1b}[%p1%dD")),
      (.down, says("cud", "\u{1b}[%p1%dB")), (.up, says("cuu", "\u{1b}[%p1%dA")),
    ])
    erasesCharacters = says("ech", "\u{1b}[%p1%dX")
    erasesLine = says("el", "\u{1b}[K")
    repeats = says("rep", "%p1%c\u{1b}[%p2%{1}%-%db")
    erasesInColor = ccurses_flag("bce")
    hasRendition = Terminfo.string("sgr0").map { $0.contains("\u{1b}[m") || $0.contains("\u{1b}[0") } ?? false
    attributes = ticked([
      (.bold, says("bold", "\u{1b}[1m")), (.dim, says("dim", "\u{1b}[2m")), (.underline, says("smul", "\u{1b}[4m")),
      (.reverse, says("rev", "\u{1b}[7m")), (.italic, says("sitm", "\u{1b}[3m")),
    ])
    endsAttributes = says("rmso", "\u{1b}[27m", "\u{1b}[23m") && says("rmul", "\u{1b}[24m")
    let without = max(0, ccurses_number("ncv"))
    colorless = ticked([(.underline, without & 2 != 0), (.reverse, without & 4 != 0), (.dim, without & 16 != 0)])
    hasLastCell = !ccurses_flag("am") || ccurses_flag("xenl")
    enter = Terminfo.string("smcup") ?? ""
    leave = Terminfo.string("rmcup") ?? ""
    clear = Terminfo.string("clear") ?? ""
    showCursor = Terminfo.string("cnorm") ?? ""
    hideCursor = Terminfo.string("civis") ?? ""
  }
}
