namespace Tidemark.Grafana.Tests.Source;

/// <summary>The data source's field type for each PostgreSQL type.</summary>
internal static class FieldKinds
{
    private static readonly Dictionary<string, FieldKind> Kinds = new(StringComparer.Ordinal)
    {
        ["smallint"] = FieldKind.Number,
        ["integer"] = FieldKind.Number,
        ["bigint"] = FieldKind.Number,
        ["real"] = FieldKind.Number,
        ["double precision"] = FieldKind.Number,
        ["numeric"] = FieldKind.Number,
        ["boolean"] = FieldKind.Boolean,
        ["timestamp without time zone"] = FieldKind.Time,
        ["timestamp with time zone"] = FieldKind.Time,
        ["date"] = FieldKind.Time,
        ["json"] = FieldKind.Json,
        ["jsonb"] = FieldKind.Json,
    };

    /// <summary>Everything else arrives as text.</summary>
    public static FieldKind Of(string postgresType)
    {
        var bracket = postgresType.IndexOf('(', StringComparison.Ordinal);
        var name = bracket < 0 ? postgresType : postgresType[..bracket];
        return Kinds.GetValueOrDefault(name, FieldKind.Text);
    }
}
