import Experiments
import Plots
import Screen

/// What covers the panels.
public enum Overlay: Hashable, Sendable {
  /// The keys and what they do.
  case help(Help)
  /// The demos to choose from.
  case gallery(Gallery)
  /// The commands, found by typing.
  case palette(CommandPalette)
  /// A value that is being typed.
  case entry(Entry)
  /// What the sealed test part said.
  case verdict(Verdict)
  /// The inputs, to be switched on and off.
  case inputs(InputSwitches)
  /// The words of the field, explained.
  case glossary(GlossaryPage)
  /// A picture drawn by hand, and what the network says to it.
  case sketch(Sketch)

  /// Whether keys are letters.
  var takesText: Bool {
    switch self {
    case .palette, .entry, .glossary: true
    case .help, .gallery, .inputs, .verdict, .sketch: false
    }
  }

  /// Whether a key is a letter here although not every key is: in the gallery all that can be part of a word, but for `q` and
  /// signs while nothing has been typed.
  func takes(_ press: KeyPress) -> Bool {
    if case .sketch = self, !press.control { return [.character(" "), .character("c")].contains(press.key) }
    guard case .gallery(let gallery) = self, !press.control else { return false }
    switch press.key {
    case .backspace: return !gallery.typed.isEmpty
    case .character(let letter):
      let isOfWord = letter.properties.isAlphabetic || ("0"..."9").contains(letter)
      return gallery.typed.isEmpty ? isOfWord && letter != "q" : letter.value >= 32
    case .enter, .escape, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .tab, .backTab, .delete, .insert,
      .function:
      return false
    }
  }

  /// Moves through the lines, `page` of them at a time.
  ///
  /// - Parameters:
  ///   - inputs: how many inputs there are to be switched.
  ///   - commands: how many commands the palette has found.
  mutating func move(_ direction: Action.Direction, demos: [DemoSummary], inputs: Int, commands: Int, page: Int) {
    switch self {
    case .help(var help):
      help.scrolled = max(0, help.scrolled + direction.rows(page: page))
      self = .help(help)
    case .verdict(var verdict):
      verdict.scrolled = max(0, verdict.scrolled + direction.rows(page: page))
      self = .verdict(verdict)
    case .gallery(var gallery):
      let count = gallery.found(in: demos).count
      gallery.selected = max(0, min(count - 1, gallery.selected + direction.rows(page: 10)))
      self = .gallery(gallery)
    case .palette(var palette):
      palette.selected = max(0, min(commands - 1, palette.selected + direction.rows(page: 10)))
      self = .palette(palette)
    case .inputs(var switches):
      switches.selected = max(0, min(inputs - 1, switches.selected + direction.rows(page: 10)))
      self = .inputs(switches)
    case .glossary(var page):
      page.selected = max(0, min(page.found.count - 1, page.selected + direction.rows(page: 10)))
      self = .glossary(page)
    case .sketch(var sketch):
      sketch.move(direction)
      self = .sketch(sketch)
    case .entry: break
    }
  }

  /// Changes what has been typed.
  mutating func edit(_ change: (inout String) -> Void) {
    switch self {
    case .palette(var palette):
      change(&palette.typed)
      palette.selected = 0
      self = .palette(palette)
    case .entry(var entry):
      change(&entry.typed)
      self = .entry(entry)
    case .gallery(var gallery):
      change(&gallery.typed)
      gallery.selected = 0
      self = .gallery(gallery)
    case .glossary(var page):
      change(&page.typed)
      page.selected = 0
      self = .glossary(page)
    case .sketch(var sketch):
      var typed = ""
      change(&typed)
      sketch.type(typed)
      self = .sketch(sketch)
    case .help, .inputs, .verdict: break
    }
  }
}

extension State {
  /// Where the lesson is read, if one is in sight.
  private var lessonPlace: Region? {
    guard session?.lesson != nil else { return nil }
    let layout = layout
    if !layout.band.isEmpty { return layout.band }
    return layout.slot(of: .lesson).flatMap { $0.front == .lesson ? $0.region : nil }
  }

  /// Draws what covers the panels, if anything does.
  func drawOverlay(into frame: inout Frame) {
    switch overlay {
    case .help(let help): help.draw(demos, into: &frame, theme: theme)
    case .glossary(let page): page.draw(demos, into: &frame, theme: theme)
    case .gallery(let gallery): gallery.draw(demos, lesson.progress, into: &frame, theme: theme)
    case .palette(let palette): palette.draw(palette.found(in: self), into: &frame, theme: theme)
    case .entry(let entry):
      entry.draw(parameter: selectedParameterWords, beside: lessonPlace, into: &frame, theme: theme)
    case .verdict(let verdict):
      if let session, let report = session.report { verdict.draw(report, session.run, into: &frame, theme: theme) }
    case .inputs(let switches): if let run { switches.draw(run, into: &frame, theme: theme) }
    case .sketch(let sketch): if let run { sketch.draw(run, into: &frame, theme: theme) }
    case nil: break
    }
  }
}

/// A box in the middle of the screen, or of a part of it.
struct Box {
  /// The box with its border.
  let region: Region
  let title: String

  /// The largest box up to a size that leaves the first and last line of a screen free.
  init(_ title: String, width: Int, height: Int, on screen: Region) {
    self.title = title
    let size = (width: min(width, screen.width), height: min(height, screen.height - 2))
    region = Region(
      x: screen.x + (screen.width - size.width) / 2, y: screen.y + max(1, (screen.height - size.height) / 2),
      width: size.width, height: size.height)
  }

  /// What the border leaves.
  var inside: Region { region.inset(by: 1, 1) }

  /// Clears the box and draws its border; returns its inside.
  func draw(into frame: inout Frame, theme: Theme) -> Region {
    frame.fill(region, with: Cell(" ", theme.text))
    return frame.drawPanel(region, title: title, isFocused: true, theme: theme)
  }
}

/// The first row to show of a list so that the selected one is in sight.
func firstRow(selected: Int, count: Int, rows: Int) -> Int {
  max(0, min(count - rows, selected - rows / 2))
}

/// The lines of a list: as many as there is room for, the selected one among them.
struct ListLines {
  private let region: Region
  /// The entries that are in sight.
  let shown: Range<Int>

  init(selected: Int, count: Int, in region: Region) {
    self.region = region
    let first = firstRow(selected: selected, count: count, rows: region.height)
    shown = first..<max(first, min(count, first + max(0, region.height)))
  }

  /// The line of an entry.
  func line(of entry: Int) -> Region {
    Region(x: region.x, y: region.y + entry - shown.lowerBound, width: region.width, height: 1)
  }

  /// The entry at a place of the screen; nil where there is none.
  func entry(atX x: Int, y: Int) -> Int? { shown.first { line(of: $0).contains(x: x, y: y) } }
}

extension Frame {
  /// Marks the line of a list that the cursor is on.
  mutating func select(_ line: Region, theme: Theme) {
    fill(line, with: Cell(" ", theme.selection))
    focus = Position(x: line.x + 1, y: line.y)
  }
}
