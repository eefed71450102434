using System.Globalization;
using System.Text.Json;
using Npgsql;
using Tidemark.Collector.Query.Lists;

namespace Tidemark.Collector.Query.Formats;

/// <summary>Writes rows as JSON objects.</summary>
internal static class JsonCells
{
    public static void WriteObject(Utf8JsonWriter json, IReadOnlyList<Column> columns, NpgsqlDataReader row)
    {
        json.WriteStartObject();
        WriteProperties(json, columns, row);
        json.WriteEndObject();
    }

    public static void WriteProperties(Utf8JsonWriter json, IReadOnlyList<Column> columns, NpgsqlDataReader row)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            json.WritePropertyName(columns[i].Name);
            if (row.IsDBNull(i)) json.WriteNullValue();
            else WriteValue(json, columns[i].Kind, row, i);
        }
    }

    private static void WriteValue(Utf8JsonWriter json, ColumnKind kind, NpgsqlDataReader row, int column)
    {
        switch (kind)
        {
            case ColumnKind.Integer:
                json.WriteNumberValue(row.GetFieldValue<long>(column));
                break;
            case ColumnKind.Number:
                WriteNumber(json, row.GetDouble(column));
                break;
            case ColumnKind.Boolean:
                json.WriteBooleanValue(row.GetBoolean(column));
                break;
            case ColumnKind.Time:
                json.WriteStringValue(row.GetDateTime(column));
                break;
            case ColumnKind.Date:
                json.WriteStringValue(row.GetFieldValue<DateOnly>(column).ToString("O", CultureInfo.InvariantCulture));
                break;
            case ColumnKind.Texts:
                json.WriteStartArray();
                foreach (var text in row.GetFieldValue<string[]>(column)) json.WriteStringValue(text);
                json.WriteEndArray();
                break;
            case ColumnKind.Json:
                json.WriteRawValue(row.GetString(column), skipInputValidation: true);
                break;
            default:
                json.WriteStringValue(row.GetString(column));
                break;
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value)) json.WriteNumberValue(value);
        else json.WriteNullValue();
    }
}
