import Plots
import Screen
import Session

/// Numbers that stay covered before a class.
extension Classroom {
  /// Puts question marks over each number on the screen that tells the answer to the open question, wherever it stands but in
  /// the lesson itself and on axes: `+0.46` becomes `+?.??` while 0.4621 is asked for. A nought tells nobody anything: it stands
  /// everywhere. Says whether a number was covered.
  func cover(_ session: LearningSession, _ layout: Layout, into frame: inout Frame, theme: Theme) -> Bool {
    guard isOn, let lesson = session.lesson, lesson.awaitsChoice else { return false }
    for slot in layout.slots where lesson.step.hides.contains(slot.front) {
      let inside = slot.region.inset(by: 1, 1)
      frame.fill(inside, with: Cell(" ", theme.text))
      frame.write(
        "covered until ] shows the answer", in: inside, row: inside.height / 2, style: theme.faint, alignment: .center)
    }
    let secrets = lesson.secrets(at: session.moment).filter { $0.value != 0 }
    guard !secrets.isEmpty else { return false }
    var covers = false
    func cover(_ region: Region, sparing axis: Style? = nil) {
      for y in region.y..<region.maxY {
        if frame.cover(secrets, row: y, from: region.x, to: region.maxX, sparing: axis, theme) { covers = true }
      }
    }
    for slot in layout.slots where slot.front != .lesson && slot.front != .settings {
      let hasAxes = [.loss, .map, .surface].contains(slot.front)
      cover(slot.region.inset(by: 1, 1), sparing: hasAxes ? theme.faint : nil)
    }
    for line in [layout.title, layout.numbers] { cover(line) }
    return covers
  }
}

extension Notice {
  /// What a class that sees question marks wants to know.
  static let covered = Notice(text: "? covers what tells the answer: answer first, then ] shows it", isWarning: false)
}

extension KeyMap.Binding {
  /// Whether a lesson's step leaves the key out before a class: it names the keys that run or change something, and this is none
  /// of them. Those of the lesson itself, and all that only look, stay.
  func isLeftOut(of state: State) -> Bool {
    guard state.lesson.classroom.isOn, let keys = state.session?.lesson?.step.keys else { return false }
    guard [.run, .settle, .change].contains(group), !action.isLesson, action != .classroom(.toggleNotes) else {
      return false
    }
    return !keys.contains(label)
      && !keys.contains { name in
        self.keys.contains(KeyPress(.character(name.unicodeScalars.first!))) && name.count == 1
      }
  }
}

extension Frame {
  /// Covers the numbers of a row between two columns that are as good as one of the secrets, but for those in the style of an
  /// axis; says whether there was one.
  fileprivate mutating func cover(
    _ secrets: [Lesson.Secret], row: Int, from first: Int, to end: Int, sparing axis: Style?, _ theme: Theme
  ) -> Bool {
    var covers = false
    var x = first
    while x < end {
      guard self[x, row].scalar.isOfNumber else {
        x += 1
        continue
      }
      let start = x
      while x < end, self[x, row].scalar.isOfNumber { x += 1 }
      let text = String(String.UnicodeScalarView((start..<x).map { self[$0, row].scalar }))
      // The digit of a name: `h1`.
      if start > first, self[start - 1, row].scalar.properties.isAlphabetic { continue }
      guard self[start, row].style != axis, let number = PrintedNumber(text),
        secrets.contains(where: { number.tells($0) })
      else { continue }
      covers = true
      for column in start..<x where ("0"..."9").contains(self[column, row].scalar) {
        self[column, row] = Cell("?", theme.highlight)
      }
    }
    return covers
  }
}

/// A number as it stands on the screen, with the place of its last digit.
private struct PrintedNumber {
  let value: Double
  /// Half of one in the last place.
  let half: Double

  init?(_ text: String) {
    let plain = text.replacing("−", with: "-").drop { $0 == "+" || $0 == "." }
    guard let value = Double(plain), plain.contains(where: \.isNumber) else { return nil }
    self.value = value
    let decimals = plain.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
    half = decimals == 0 ? 0 : (0..<decimals).reduce(0.5) { half, _ in half / 10 }
  }

  /// Whether it is a secret, as far as it is printed.
  func tells(_ secret: Lesson.Secret) -> Bool { abs(value - secret.value) <= max(half, secret.tolerance) + 1e-9 }
}

extension Unicode.Scalar {
  fileprivate var isOfNumber: Bool { ("0"..."9").contains(self) || ["+", "-", "−", "."].contains(self) }
}
