/// The choice that follows in a ring; the first where the value is not among them.
public func follower<Value: Equatable>(of value: Value, in ring: [Value], by step: Int) -> Value {
  guard let index = ring.firstIndex(of: value) else { return ring[0] }
  return ring[((index + step) % ring.count + ring.count) % ring.count]
}
