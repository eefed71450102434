namespace Tidemark.Collector.Recognise.Interning;

/// <summary>One value of a series dimension. Usually one object per text, which makes comparing cheap; equality is by text.</summary>
internal sealed class Label(string text) : IEquatable<Label>
{
    private readonly int _hash = text.GetHashCode(StringComparison.Ordinal);

    public string Text { get; } = text;

    public bool Equals(Label? other) => ReferenceEquals(this, other) || (other is not null && _hash == other._hash && Text == other.Text);

    public override bool Equals(object? obj) => Equals(obj as Label);

    public override int GetHashCode() => _hash;

    public override string ToString() => Text;
}
