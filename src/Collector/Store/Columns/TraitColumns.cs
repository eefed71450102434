using System.Text;
using Tidemark.Collector.Store.Lanes;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>add_traits.sql</c>, <c>use_traits.sql</c> and <c>find_traits.sql</c>.</summary>
internal static class TraitColumns
{
    public static readonly ColumnSet<Traits> Digests = new ColumnSet<Traits>().Uuid(row => row.Digest, "digest");

    public static ColumnSet<Traits> UsedOn(DateOnly day) => new ColumnSet<Traits>()
        .Uuid(row => row.Digest, "digest")
        .Date(_ => day, "used_on")
        .Text(row => row.Operation.RequestModel, "request_model")
        .Text(row => row.Operation.ResponseModel, "response_model")
        .Int32(row => row.Operation.ContextMax, "context_max")
        .Text(row => row.Operation.FinishReason, "finish_reason")
        .Jsonb(row => row.Operation.Labels.IsEmpty ? null : Encoding.UTF8.GetString(row.Operation.Labels.Span), "labels")
        .Jsonb(row => row.Attributes.Length == 0 ? null : Encoding.UTF8.GetString(row.Attributes), "attributes");
}
