namespace Tidemark.Grafana.Tests.Source;

/// <summary>The result of a query as received by a panel. Without rows it has no fields.</summary>
internal sealed record Frame(IReadOnlyList<Field> Fields)
{
    public static Frame Empty { get; } = new([]);

    public int Rows => Fields.Count == 0 ? 0 : Fields[0].Values.Count;

    public IEnumerable<Field> Of(FieldKind kind) => Fields.Where(field => field.Kind == kind);

    public Field? Find(string name) => Fields.FirstOrDefault(field => field.Name == name);
}
