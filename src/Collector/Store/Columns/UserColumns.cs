using Tidemark.Collector.Store.Maintenance;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>add_user_names.sql</c>.</summary>
internal static class UserColumns
{
    public static readonly ColumnSet<UserName> Names = new ColumnSet<UserName>()
        .Text(row => row.UserId, "user_id")
        .Key()
        .Text(row => row.DisplayName, "display_name")
        .Text(row => row.Team, "team");
}
