import Plots
import Screen
import Session

/// Numbers that stay covered before a class.
extension Classroom {
  /// Puts question marks over each number on the screen that tells the answer to the open question, wherever it stands but in
  /// the lesson itself: `+0.46` becomes `+?.??` while 0.4621 is asked for.
  func cover(_ session: LearningSession, _ layout: Layout, into frame: inout Frame, theme: Theme) {
    guard isOn, let lesson = session.lesson, lesson.awaitsChoice else { return }
    for slot in layout.slots where lesson.step.hides.contains(slot.front) {
      let inside = slot.region.inset(by: 1, 1)
      frame.fill(inside, with: Cell(" ", theme.text))
      frame.write(
        "covered until ] shows the answer", in: inside, row: inside.height / 2, style: theme.faint, alignment: .center)
    }
    let secrets = lesson.secrets(at: session.moment)
    guard !secrets.isEmpty else { return }
    let panels = layout.slots.filter { $0.front != .lesson && $0.front != .settings }.map { $0.region.inset(by: 1, 1) }
    for region in panels + [layout.title, layout.numbers] {
      for y in region.y..<region.maxY { frame.cover(secrets, row: y, from: region.x, to: region.maxX, theme) }
    }
  }
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
  /// Covers the numbers of a row between two columns that are as good as one of the secrets.
  fileprivate mutating func cover(_ secrets: [Lesson.Secret], row: Int, from first: Int, to end: Int, _ theme: Theme) {
    var x = first
    while x < end {
      guard self[x, row].scalar.isOfNumber else {
        x += 1
        continue
      }
      let start = x
      while x < end, self[x, row].scalar.isOfNumber { x += 1 }
      let text = String(String.UnicodeScalarView((start..<x).map { self[$0, row].scalar }))
      guard let number = PrintedNumber(text), secrets.contains(where: { number.tells($0) }) else { continue }
      for column in start..<x where ("0"..."9").contains(self[column, row].scalar) {
        self[column, row] = Cell("?", theme.highlight)
      }
    }
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
