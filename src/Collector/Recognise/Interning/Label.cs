namespace Tidemark.Collector.Recognise.Interning;

/// <summary>One value of a series dimension: one object per text, so comparing references is comparing texts.</summary>
internal sealed class Label(string text, int number)
{
    public string Text { get; } = text;

    /// <summary>Tells it from the other values of its pool, cheaper than its text does.</summary>
    public int Number { get; } = number;

    public override string ToString() => Text;
}
