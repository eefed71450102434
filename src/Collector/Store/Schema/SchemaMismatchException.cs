namespace Tidemark.Collector.Store.Schema;

/// <summary>This collector must not write to this database.</summary>
internal sealed class SchemaMismatchException : UnusableDatabaseException
{
    private SchemaMismatchException(string message) : base(message)
    {
    }

    public static SchemaMismatchException Newer(string found, string known) => new(
        $"The database has migration '{found}', this collector knows them up to '{known}': it was made by a newer collector. Run that version, or a later one; "
            + "a database from before 0.1.0 has to be created again.");

    public static SchemaMismatchException Edited(string name) => new(
        $"Migration '{name}' ran with another text than this collector's: the build was changed after it ran. Use a released build, or a fresh database.");
}
