using Npgsql;
using NpgsqlTypes;
using Tidemark.Collector.Model.Events;

namespace Tidemark.Collector.Store.Reading;

/// <summary>A stream position as four parameters: transaction and id of the highest event, open transactions and their last ids.</summary>
internal static class PositionParameters
{
    public static void Add(NpgsqlCommand command, StreamPosition position)
    {
        command.Parameters.Add(new() { Value = position.High.Transaction, NpgsqlDbType = NpgsqlDbType.Xid8 });
        command.Parameters.Add(new() { Value = position.High.EventId, NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = position.Open.Select(open => open.Id).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Xid8 });
        command.Parameters.Add(new() { Value = position.Open.Select(open => open.After).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
    }
}
