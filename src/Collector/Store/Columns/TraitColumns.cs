using System.Text;
using Tidemark.Collector.Store.Catalogue;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>add_traits.sql</c>, <c>use_traits.sql</c> and <c>find_traits.sql</c>.</summary>
internal static class TraitColumns
{
    public static readonly ColumnSet<Traits> Digests = new ColumnSet<Traits>().Uuid(row => row.Digest);

    public static ColumnSet<Traits> UsedOn(DateOnly day) => new ColumnSet<Traits>()
        .Uuid(row => row.Digest)
        .Date(_ => day)
        .Text(row => row.Operation.RequestModel)
        .Text(row => row.Operation.ResponseModel)
        .Int32(row => row.Operation.ContextMax)
        .Text(row => row.Operation.FinishReason)
        .Jsonb(row => row.Operation.Labels.IsEmpty ? null : Encoding.UTF8.GetString(row.Operation.Labels.Span))
        .Jsonb(row => row.Attributes.Length == 0 ? null : Encoding.UTF8.GetString(row.Attributes));
}
